package dev.comptoir.assist.lookup.hours;

import java.time.LocalDate;
import java.util.List;

/**
 * When a business is open on one day. Immutable.
 *
 * @param date the day
 * @param ranges in their order; none where it is closed. What begins on this day counts here, also what ends after midnight
 * @param rule which rule says so
 * @param holidays the public holidays on this day, whatever rule applies
 */
public record OpeningDay(LocalDate date, List<TimeRange> ranges, Rule rule, List<FrenchHoliday> holidays) {
    /** Which of the rules decides on a day; an earlier one beats a later one. */
    public enum Rule {
        /** The day was given hours of its own. */
        EXCEPTION,
        /** The day lies in a closure, such as holiday weeks. */
        CLOSURE,
        /** The day is a public holiday with hours of its own, or closed. */
        HOLIDAY,
        /** The hours of its weekday. */
        WEEK
    }

    public OpeningDay {
        ranges = List.copyOf(ranges);
        holidays = List.copyOf(holidays);
    }

    /** Whether it does not open on this day. */
    public boolean isClosed() {
        return ranges.isEmpty();
    }
}
