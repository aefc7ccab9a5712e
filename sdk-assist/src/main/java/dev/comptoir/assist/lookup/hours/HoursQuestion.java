package dev.comptoir.assist.lookup.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a question about opening hours asks for.
 *
 * @param topic what to tell
 * @param days the days asked for, none of them past
 * @param dated whether the days were given by their dates or holidays
 * @param weekdays the weekdays asked for in general
 */
record HoursQuestion(Topic topic, SortedSet<LocalDate> days, boolean dated, Set<DayOfWeek> weekdays) {
    enum Topic {
        /** Whether it is open at this moment. */
        NOW,
        /** Nothing more particular than being open: this moment, and today. */
        TODAY_AND_NOW,
        /** Certain days, or weekdays in general. */
        DAYS,
        /** The whole week. */
        WEEK,
        /** Public holidays in general. */
        HOLIDAYS
    }
}
