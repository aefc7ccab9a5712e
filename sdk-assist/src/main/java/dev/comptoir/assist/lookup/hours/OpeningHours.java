package dev.comptoir.assist.lookup.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a business is open: hours for each weekday, days with hours of their own, closures, and what holds on French public
 * holidays, which are closed unless told otherwise. Of several rules for one day the most particular decides:
 * {@link OpeningDay.Rule}. Immutable and thread-safe; a question takes microseconds.
 *
 * <p>A range belongs to the day on which it begins: who opens on Friday from 18:00 to 2:00 is open on Saturday at 1:00, also
 * where that Saturday is a holiday.
 */
public final class OpeningHours {
    /*
     * Local times become instants one by one, so that each answer holds on days of 23 and 25 hours. A time that the clocks
     * skip is the moment of the change; one that they show twice counts the first time.
     */
    /** Nobody plans further; also ends the search of a business that never opens, or never closes. */
    private static final int HORIZON_DAYS = 400;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<TimeRange>> week;
    private final TreeMap<LocalDate, List<TimeRange>> exceptions;
    private final List<Closure> closures;
    private final @Nullable FrenchHolidays holidays;
    private final HolidayHours onHolidays;
    private final Map<FrenchHoliday, HolidayHours> byHoliday;

    private OpeningHours(Builder builder) {
        this.zone = builder.zone;
        this.week = new EnumMap<>(builder.week);
        this.exceptions = new TreeMap<>(builder.exceptions);
        this.closures = List.copyOf(builder.closures);
        this.holidays = builder.holidays;
        this.onHolidays = builder.onHolidays;
        this.byHoliday = new EnumMap<>(builder.byHoliday);
    }

    /** Begins hours in the business's zone, closed on every day that is not mentioned. */
    public static Builder builder(ZoneId zone) {
        return new Builder(zone);
    }

    /** {@link #parse(String, ZoneId, FrenchHolidays)} with the holidays of all France. */
    public static OpeningHours parse(String text, ZoneId zone) {
        return parse(text, zone, FrenchHolidays.metropolitan());
    }

    /**
     * Reads hours as one writes them on a door, parts separated by semicolons or lines:
     *
     * <pre>
     * lun-ven 9:00-12:30 14:00-19:00; sam 9:00-19:00; jours fériés fermé; 14 juillet 9:00-12:00
     * 2026-12-24 9:00-16:00; 2026-08-03..2026-08-16 fermé
     * </pre>
     *
     * Days in French or English, whole or by three letters; times as {@code 9:00}, {@code 9h30} or {@code 9h}; {@code 18:00-2:00}
     * ends after midnight, {@code 24h/24} is round the clock; {@code ouvert} on holidays means the hours of the weekday. What is
     * not mentioned is closed. Accents and case do not matter. {@link #toString} writes what this reads.
     *
     * @throws dev.comptoir.error.ConfigurationException {@code configuration.invalid}, naming all parts that cannot be read
     */
    public static OpeningHours parse(String text, ZoneId zone, FrenchHolidays holidays) {
        return HoursText.read(text, builder(zone).holidays(holidays));
    }

    /** When it is open on a day, and which rule says so. */
    public OpeningDay on(LocalDate day) {
        List<FrenchHoliday> festive = holidays == null ? List.of() : holidays.on(day);
        List<TimeRange> own = exceptions.get(day);
        if (own != null) {
            return new OpeningDay(day, own, OpeningDay.Rule.EXCEPTION, festive);
        }
        if (closure(day).isPresent()) {
            return new OpeningDay(day, List.of(), OpeningDay.Rule.CLOSURE, festive);
        }
        if (!festive.isEmpty()) {
            HolidayHours rule = festive.stream()
                    .filter(byHoliday::containsKey)
                    .findFirst()
                    .map(this::on)
                    .orElse(onHolidays);
            if (!rule.usual()) {
                return new OpeningDay(day, rule.ranges(), OpeningDay.Rule.HOLIDAY, festive);
            }
        }
        return new OpeningDay(day, usually(day.getDayOfWeek()), OpeningDay.Rule.WEEK, festive);
    }

    /** Whether it is open at a moment; the closing minute itself is no longer. */
    public boolean isOpenAt(Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        return isWithin(today, moment) || isWithin(today.minusDays(1), moment);
    }

    /** The next moment after the given one at which it opens; empty where it does not within 400 days, or never closes. */
    public Optional<Instant> nextOpening(Instant after) {
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(2);
        Instant covered = Instant.MIN;
        for (int i = 0; i <= HORIZON_DAYS; i++) {
            LocalDate day = first.plusDays(i);
            for (TimeRange range : on(day).ranges()) {
                Instant opens = instant(day, range.openingMinute());
                Instant closes = instant(day, range.closingMinute());
                if (opens.isBefore(closes)) {
                    if (opens.isAfter(covered) && opens.isAfter(after)) {
                        return Optional.of(opens);
                    }
                    covered = closes.isAfter(covered) ? closes : covered;
                }
            }
        }
        return Optional.empty();
    }

    /** When it closes next, if it is open at the moment; empty where it is closed, or does not close within 400 days. */
    public Optional<Instant> nextClosing(Instant moment) {
        LocalDate first = LocalDate.ofInstant(moment, zone).minusDays(1);
        Instant covered = null;
        for (int i = 0; i <= HORIZON_DAYS; i++) {
            LocalDate day = first.plusDays(i);
            for (TimeRange range : on(day).ranges()) {
                Instant opens = instant(day, range.openingMinute());
                Instant closes = instant(day, range.closingMinute());
                Instant until = covered == null ? moment : covered;
                if (covered != null && opens.isAfter(covered)) {
                    return Optional.of(covered);
                }
                if (!opens.isAfter(until) && closes.isAfter(until)) {
                    covered = closes;
                }
            }
        }
        Instant end = instant(first.plusDays(HORIZON_DAYS), 0);
        return Optional.ofNullable(covered).filter(end::isAfter);
    }

    /** The hours of a weekday where nothing particular is said; none where it is closed. */
    public List<TimeRange> usually(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** Where its days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** The closure that a day lies in. */
    public Optional<Closure> closure(LocalDate day) {
        return closures.stream().filter(closure -> closure.contains(day)).findFirst();
    }

    /** Its public holidays; empty where none are observed. */
    public Optional<FrenchHolidays> holidays() {
        return Optional.ofNullable(holidays);
    }

    HolidayHours onHolidays() {
        return onHolidays;
    }

    HolidayHours on(FrenchHoliday holiday) {
        return byHoliday.getOrDefault(holiday, onHolidays);
    }

    private boolean isWithin(LocalDate day, Instant moment) {
        for (TimeRange range : on(day).ranges()) {
            if (!instant(day, range.openingMinute()).isAfter(moment)
                    && instant(day, range.closingMinute()).isAfter(moment)) {
                return true;
            }
        }
        return false;
    }

    private Instant instant(LocalDate day, int minute) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours that
                && zone.equals(that.zone)
                && week.equals(that.week)
                && exceptions.equals(that.exceptions)
                && closures.equals(that.closures)
                && Objects.equals(holidays, that.holidays)
                && onHolidays.equals(that.onHolidays)
                && byHoliday.equals(that.byHoliday);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, exceptions, closures);
    }

    /** The compact text that {@link #parse} reads. */
    @Override
    public String toString() {
        return HoursText.write(week, holidays == null ? null : onHolidays, byHoliday, exceptions, closures);
    }

    /** Collects opening hours. Not thread-safe. */
    public static final class Builder {
        private final ZoneId zone;
        private final Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
        private final TreeMap<LocalDate, List<TimeRange>> exceptions = new TreeMap<>();
        private final Set<Closure> closures = new LinkedHashSet<>();
        private @Nullable FrenchHolidays holidays = FrenchHolidays.metropolitan();
        private HolidayHours onHolidays = HolidayHours.CLOSED;
        private final Map<FrenchHoliday, HolidayHours> byHoliday = new EnumMap<>(FrenchHoliday.class);

        private Builder(ZoneId zone) {
            this.zone = Objects.requireNonNull(zone, "zone");
        }

        /** The hours of a weekday, in place of what was said before. Ranges that touch are joined; none means closed. */
        public Builder open(DayOfWeek day, TimeRange... ranges) {
            return open(EnumSet.of(day), List.of(ranges));
        }

        /** The same hours on all days from one weekday to another, around the end of the week if need be. */
        public Builder open(DayOfWeek first, DayOfWeek last, TimeRange... ranges) {
            Set<DayOfWeek> days = EnumSet.of(last);
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            return open(days, List.of(ranges));
        }

        /** The hours of one day, whatever else holds then; none means closed. */
        public Builder on(LocalDate day, TimeRange... ranges) {
            exceptions.put(day, TimeRange.ordered(Arrays.asList(ranges)));
            return this;
        }

        /** Closed from the first day to the last, both included. */
        public Builder closed(LocalDate from, LocalDate to) {
            closures.add(new Closure(from, to));
            return this;
        }

        /** Which days are public holidays; those of all France unless set. */
        public Builder holidays(FrenchHolidays holidays) {
            this.holidays = Objects.requireNonNull(holidays, "holidays");
            return this;
        }

        /** For a business that observes none of France's holidays. */
        public Builder withoutHolidays() {
            this.holidays = null;
            return this;
        }

        /** The hours of public holidays; none, as before this is called, means closed. */
        public Builder onHolidays(TimeRange... ranges) {
            this.onHolidays = HolidayHours.of(Arrays.asList(ranges));
            return this;
        }

        /** Public holidays are days like others. */
        public Builder usualOnHolidays() {
            this.onHolidays = HolidayHours.USUAL;
            return this;
        }

        /** The hours of one holiday in every year, whatever holds on others; none means closed. */
        public Builder on(FrenchHoliday holiday, TimeRange... ranges) {
            byHoliday.put(holiday, HolidayHours.of(Arrays.asList(ranges)));
            return this;
        }

        /** One holiday is a day like others, whatever holds on the other holidays. */
        public Builder usualOn(FrenchHoliday holiday) {
            byHoliday.put(holiday, HolidayHours.USUAL);
            return this;
        }

        /**
         * The hours.
         *
         * @throws IllegalArgumentException if hours are given for a holiday that is none there
         */
        public OpeningHours build() {
            for (FrenchHoliday holiday : byHoliday.keySet()) {
                if (holidays == null || !holidays.of(2000).containsKey(holiday)) {
                    throw new IllegalArgumentException("Hours are given for " + holiday + ", which is no holiday in "
                            + (holidays == null ? "a business without holidays" : holidays)
                            + ". Maybe use FrenchHolidays.alsaceMoselle() or overseas(...)?");
                }
            }
            return new OpeningHours(this);
        }

        boolean hasWeekday(DayOfWeek day) {
            return week.containsKey(day);
        }

        Builder open(Set<DayOfWeek> days, List<TimeRange> ranges) {
            List<TimeRange> ordered = TimeRange.ordered(ranges);
            days.forEach(day -> week.put(day, ordered));
            return this;
        }
    }
}
