package dev.comptoir.assist.lookup.hours;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From when to when a business is open, on the clock on its wall. Immutable.
 *
 * @param opens whole minutes
 * @param closes whole minutes; not after {@code opens} means on the next day, equal to it means round the clock
 */
public record TimeRange(LocalTime opens, LocalTime closes) {
    private static final int DAY = 24 * 60;
    /** More than a day holds in practice; keeps a hostile text from growing. */
    private static final int MAX_A_DAY = 12;

    public TimeRange {
        if (!opens.equals(opens.truncatedTo(ChronoUnit.MINUTES))
                || !closes.equals(closes.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("Opening hours are whole minutes, not " + opens + " to " + closes + ".");
        }
    }

    /** From and to as {@code 9:00} or {@code 09:30}; {@code 24:00} is midnight at the end of the day. */
    public static TimeRange of(String opens, String closes) {
        return new TimeRange(HoursText.time(opens), HoursText.time(closes));
    }

    /** Whether it ends on the next day, later than midnight. */
    public boolean pastMidnight() {
        return closingMinute() > DAY;
    }

    /** Whether it is the whole day from midnight to midnight. */
    public boolean roundTheClock() {
        return opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
    }

    int openingMinute() {
        return opens.toSecondOfDay() / 60;
    }

    /** Minutes from the midnight before: up to two days. */
    int closingMinute() {
        int minute = closes.toSecondOfDay() / 60;
        return minute <= openingMinute() ? minute + DAY : minute;
    }

    /** The ranges in their order, those that touch joined. */
    static List<TimeRange> ordered(List<TimeRange> ranges) {
        if (ranges.size() > MAX_A_DAY) {
            throw new IllegalArgumentException(
                    ranges.size() + " ranges are given for one day; at most " + MAX_A_DAY + " are allowed.");
        }
        List<TimeRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(TimeRange::opens));
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange range : sorted) {
            TimeRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || last.closingMinute() < range.openingMinute()) {
                joined.add(range);
            } else if (last.closingMinute() == range.openingMinute()) {
                joined.set(joined.size() - 1, new TimeRange(last.opens(), range.closes()));
            } else {
                throw new IllegalArgumentException("The hours " + last + " and " + range + " of one day overlap.");
            }
        }
        return List.copyOf(joined);
    }

    /** For example {@code 9:00-12:30}; midnight at the end is {@code 24:00}. */
    @Override
    public String toString() {
        return HoursText.write(opens) + "-" + (closes.equals(LocalTime.MIDNIGHT) ? "24:00" : HoursText.write(closes));
    }
}
