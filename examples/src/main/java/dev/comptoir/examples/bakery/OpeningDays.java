package dev.comptoir.examples.bakery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** When the bakery is open, and how busy a day is. */
final class OpeningDays {
    static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    static final LocalDate LAST = LocalDate.of(2026, 2, 28);

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1));

    private OpeningDays() {}

    static List<LocalDate> all() {
        return FIRST.datesUntil(LAST.plusDays(1)).filter(OpeningDays::isOpen).toList();
    }

    static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.MONDAY && !CLOSED.contains(MonthDay.from(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /** About 1: the season times what the weather does to a day. */
    static double busyness(LocalDate day, long seed) {
        double weather = 0.9 + 0.2 * new Random(seed * 1_000_003 + day.toEpochDay()).nextDouble();
        return season(day.getMonth()) * weather;
    }

    private static double season(Month month) {
        return switch (month) {
            case JULY -> 0.85;
            case AUGUST -> 0.65;
            case DECEMBER -> 1.12;
            case JANUARY -> 1.05;
            default -> 1;
        };
    }
}
