package dev.comptoir.examples.report;

import dev.comptoir.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What was sold in one week. Immutable.
 *
 * @param weekStart its Monday
 * @param total sales minus returns; may be negative
 * @param complete whether the data cover the whole week; the first and the last one often are cut
 */
public record WeekSales(LocalDate weekStart, Money total, boolean complete) {
    public WeekSales {
        if (weekStart.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("A week begins on " + weekStart + ", which is no Monday.");
        }
    }
}
