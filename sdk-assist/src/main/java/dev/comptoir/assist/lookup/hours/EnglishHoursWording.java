package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.EnglishText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opening hours in English. */
final class EnglishHoursWording implements HoursWording {
    @Override
    public String title() {
        return "Opening hours";
    }

    @Override
    public String day(OpeningDay day, Optional<Closure> closure, LocalDate today, boolean dated) {
        String label = EnglishText.sentence(label(day.date(), today, dated));
        boolean near = label.startsWith("Today") || label.startsWith("Tomorrow");
        String names = day.holidays().stream()
                .map(each -> each.label(Language.ENGLISH))
                .collect(Collectors.joining(", "));
        if (day.rule() == OpeningDay.Rule.HOLIDAY || (day.rule() == OpeningDay.Rule.WEEK && !names.isEmpty())) {
            String festive = label + (near ? ", is a public holiday (" : " is a public holiday (") + names + ")";
            return day.isClosed()
                    ? festive + ": we are closed."
                    : festive + ", but we are open " + ranges(day.ranges()) + ".";
        }
        String festive = names.isEmpty() ? "" : " (" + names + ")";
        String on = near ? label : "On " + label;
        if (closure.isPresent()) {
            return on + festive + ", we are closed: our closure lasts from "
                    + named(closure.get().from(), today, false) + " to "
                    + named(closure.get().to(), today, false) + ".";
        }
        String how = day.rule() == OpeningDay.Rule.EXCEPTION ? "exceptionally " : "";
        return on + festive + ", we are " + how + (day.isClosed() ? "closed" : "open " + ranges(day.ranges())) + ".";
    }

    private static String label(LocalDate day, LocalDate today, boolean dated) {
        if (day.equals(today)) {
            return "today, " + EnglishText.day(day);
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow, " + EnglishText.day(day);
        }
        return named(day, today, dated);
    }

    private static String named(LocalDate day, LocalDate today, boolean dated) {
        return dated || day.getYear() != today.getYear() ? EnglishText.dayWithYear(day) : EnglishText.day(day);
    }

    @Override
    public String open(LocalDateTime now, Optional<LocalDateTime> closing) {
        return "We are open now (" + EnglishText.time(now.toLocalTime()) + ")"
                + closing.map(end -> ", until " + until(end, now)).orElse("") + ".";
    }

    private static String until(LocalDateTime end, LocalDateTime now) {
        String time = EnglishText.time(end.toLocalTime());
        return end.isBefore(now.plusHours(18)) ? time : EnglishText.day(end.toLocalDate()) + " at " + time;
    }

    @Override
    public String closed(LocalDateTime now) {
        return "We are closed now (" + EnglishText.time(now.toLocalTime()) + ").";
    }

    @Override
    public String opening(LocalDateTime opening, LocalDate today) {
        LocalDate day = opening.toLocalDate();
        String when = day.equals(today)
                ? "today"
                : day.equals(today.plusDays(1)) ? "tomorrow" : "on " + named(day, today, false);
        return "We next open " + when + " at " + EnglishText.time(opening.toLocalTime()) + ".";
    }

    @Override
    public String weekdays(Set<DayOfWeek> days, List<TimeRange> ranges) {
        return "On "
                + EnglishText.list(
                        days.stream().map(EnglishHoursWording::plural).toList()) + ", we are "
                + (ranges.isEmpty() ? "closed" : "open " + ranges(ranges)) + ".";
    }

    private static String plural(DayOfWeek day) {
        return EnglishText.weekday(day) + "s";
    }

    @Override
    public String week(OpeningHours hours) {
        List<String> open = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (WeekRun run : WeekRun.of(hours::usually)) {
            String days = run.length() == 7
                    ? "every day"
                    : run.length() > 2
                            ? EnglishText.weekday(run.first()) + " to " + EnglishText.weekday(run.last())
                            : run.length() == 2
                                    ? "on " + plural(run.first()) + " and " + plural(run.last())
                                    : "on " + plural(run.first());
            if (run.ranges().isEmpty()) {
                closed.add(days);
            } else {
                open.add(days + " " + ranges(run.ranges()));
            }
        }
        if (hours.holidays().isPresent() && hours.onHolidays().equals(HolidayHours.CLOSED)) {
            closed.add("on public holidays");
        }
        return "We are open " + String.join("; ", open) + "."
                + (closed.isEmpty() ? "" : " We are closed " + EnglishText.list(closed) + ".");
    }

    @Override
    public String holidays(OpeningHours hours, LocalDate today) {
        HolidayHours usual = hours.onHolidays();
        StringBuilder out =
                new StringBuilder("On public holidays, ").append(state(usual)).append('.');
        FrenchHolidays holidays = hours.holidays().orElseThrow();
        holidays.of(today.getYear()).keySet().stream()
                .filter(holiday -> !hours.on(holiday).equals(usual))
                .forEach(holiday -> out.append(" On ")
                        .append(holiday.label(Language.ENGLISH))
                        .append(", ")
                        .append(state(hours.on(holiday)))
                        .append('.'));
        NextHoliday.after(today, holidays)
                .ifPresent(next -> out.append(" The next one is ")
                        .append(next.date().equals(today) ? "today" : named(next.date(), today, true))
                        .append(" (")
                        .append(next.holiday().label(Language.ENGLISH))
                        .append(")."));
        return out.toString();
    }

    private static String state(HolidayHours hours) {
        if (hours.usual()) {
            return "we are open as usual";
        }
        return hours.ranges().isEmpty() ? "we are closed" : "we are open " + ranges(hours.ranges());
    }

    private static String ranges(List<TimeRange> ranges) {
        return EnglishText.list(ranges.stream().map(EnglishHoursWording::range).toList());
    }

    private static String range(TimeRange range) {
        return range.roundTheClock()
                ? "24 hours a day"
                : "from " + EnglishText.time(range.opens()) + " to " + EnglishText.time(range.closes());
    }
}
