package dev.comptoir.assist.lookup.hours;

import java.util.List;

/**
 * What holds on a public holiday.
 *
 * @param usual the hours of its weekday
 * @param ranges otherwise these; none where it is closed
 */
record HolidayHours(boolean usual, List<TimeRange> ranges) {
    static final HolidayHours USUAL = new HolidayHours(true, List.of());
    static final HolidayHours CLOSED = new HolidayHours(false, List.of());

    static HolidayHours of(List<TimeRange> ranges) {
        return new HolidayHours(false, TimeRange.ordered(ranges));
    }

    @Override
    public String toString() {
        return usual ? "ouvert" : HoursText.write(ranges);
    }
}
