package dev.comptoir.profile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A moment as the business's clocks and calendars showed it. Immutable. */
record ShopTime(long epochDay, long month, int weekday, int hour) {
    static ShopTime of(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return new ShopTime(
                local.toLocalDate().toEpochDay(),
                month(local.toLocalDate()),
                local.getDayOfWeek().getValue(),
                local.getHour());
    }

    /** Months since the year 0. */
    static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }
}
