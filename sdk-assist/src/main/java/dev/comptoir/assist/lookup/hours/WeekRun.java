package dev.comptoir.assist.lookup.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Weekdays in a row with the same hours.
 *
 * @param first the first of them
 * @param last the last of them, not before the first in a week from Monday to Sunday
 * @param ranges their hours; none where they are closed
 */
record WeekRun(DayOfWeek first, DayOfWeek last, List<TimeRange> ranges) {
    static List<WeekRun> of(Function<DayOfWeek, List<TimeRange>> hours) {
        List<WeekRun> runs = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<TimeRange> ranges = hours.apply(day);
            WeekRun before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.ranges.equals(ranges)) {
                runs.set(runs.size() - 1, new WeekRun(before.first, day, ranges));
            } else {
                runs.add(new WeekRun(day, day, ranges));
            }
        }
        return runs;
    }

    int length() {
        return last.getValue() - first.getValue() + 1;
    }
}
