package dev.comptoir.assist.lookup.hours;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A holiday that comes.
 *
 * @param holiday which
 * @param date when
 */
record NextHoliday(FrenchHoliday holiday, LocalDate date) {
    /** The first on a day or after it. */
    static Optional<NextHoliday> after(LocalDate day, FrenchHolidays holidays) {
        return Stream.of(day.getYear(), day.getYear() + 1)
                .flatMap(year -> holidays.of(year).entrySet().stream())
                .filter(entry -> !entry.getValue().isBefore(day))
                .min(Map.Entry.comparingByValue())
                .map(entry -> new NextHoliday(entry.getKey(), entry.getValue()));
    }
}
