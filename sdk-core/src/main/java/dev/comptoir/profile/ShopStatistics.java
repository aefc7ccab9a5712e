package dev.comptoir.profile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What all customers of a business did together; sales to nobody known count in all of it but the customers' own maps. Immutable.
 * Days and hours are the business's own; sums of each currency are apart, and those asked for without one are in the business's.
 */
public interface ShopStatistics {
    /** As of when this is. */
    Instant asOf();

    /** The currencies of all sales. */
    Set<Currency> currencies();

    /** Everything sold in the business's currency. */
    Sales total();

    /** Everything sold in one currency; zeros where there was nothing. */
    Sales total(Currency currency);

    /** Sales by local day, days without any left out. */
    SortedMap<LocalDate, Sales> byDay();

    /** The same in one currency. */
    SortedMap<LocalDate, Sales> byDay(Currency currency);

    /** Sales of each day of the week, all seven. */
    Map<DayOfWeek, Sales> byWeekday();

    /** Sales of each local hour, 0 to 23. */
    List<Sales> byHour();

    /** How many customers ever bought. */
    int customers();

    /** How many customers have each score, those with none left out. */
    Map<RfmScore, Integer> rfmMap();

    /** How many customers are in each group, all ten. */
    Map<RfmSegment, Integer> rfmSegments();

    /** Customers by the month of their first purchase, oldest first, months without any left out; purchases in any currency. */
    List<Cohort> cohorts();
}
