package dev.comptoir.assist.lookup.hours;

import java.time.LocalDate;

/**
 * Days on which a business stays closed, such as holiday weeks. Immutable.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Closure(LocalDate from, LocalDate to) {
    public Closure {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The closure from " + from + " to " + to + " ends before it begins. Maybe exchange the days?");
        }
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
