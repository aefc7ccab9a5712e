package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The dates that people mean when they leave out what is plain to them.
 *
 * @param today the day on which they speak
 */
record Upcoming(LocalDate today) {
    /** Of later days no hours are told. */
    static final int MAX_YEARS = 2;

    /** The next day of this month and number; null where there is none. */
    @Nullable
    LocalDate date(int month, int day) {
        for (int year = today.getYear(); year <= today.getYear() + MAX_YEARS; year++) {
            LocalDate date = exact(year, month, day);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        return null;
    }

    /** The next day with this number, of this weekday where one stands before it. */
    @Nullable
    LocalDate ofMonth(int day, @Nullable DayOfWeek expected) {
        for (int months = 0; months < 4; months++) {
            YearMonth month = YearMonth.from(today).plusMonths(months);
            LocalDate date = exact(month.getYear(), month.getMonthValue(), day);
            if (date != null && !date.isBefore(today)) {
                return expected == null || date.getDayOfWeek() == expected ? date : null;
            }
        }
        return null;
    }

    static @Nullable LocalDate exact(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Day before month; in English only where there is no doubt. */
    @Nullable
    LocalDate slashed(int first, int second, @Nullable String year, Language language) {
        boolean monthFirst = language == Language.ENGLISH && second > 12;
        if (language == Language.ENGLISH && first <= 12 && second <= 12 && first != second) {
            return null;
        }
        int day = monthFirst ? second : first;
        int month = monthFirst ? first : second;
        return year == null
                ? date(month, day)
                : exact(year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year), month, day);
    }
}
