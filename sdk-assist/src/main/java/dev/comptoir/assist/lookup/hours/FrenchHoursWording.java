package dev.comptoir.assist.lookup.hours;

import static dev.comptoir.assist.wording.FrenchText.NBSP;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.FrenchText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opening hours in French. */
final class FrenchHoursWording implements HoursWording {
    @Override
    public String title() {
        return "Horaires d'ouverture";
    }

    @Override
    public String day(OpeningDay day, Optional<Closure> closure, LocalDate today, boolean dated) {
        String label = label(day.date(), today, dated);
        boolean near = !label.startsWith("le ");
        String names =
                day.holidays().stream().map(each -> each.label(Language.FRENCH)).collect(Collectors.joining(", "));
        String start = FrenchText.sentence(label);
        if (day.rule() == OpeningDay.Rule.HOLIDAY || (day.rule() == OpeningDay.Rule.WEEK && !names.isEmpty())) {
            String festive =
                    start + (near ? ", est un jour f\u00e9ri\u00e9 (" : " est f\u00e9ri\u00e9 (") + names + ")";
            return day.isClosed()
                    ? festive + NBSP + ": nous sommes ferm\u00e9s."
                    : festive + ", mais nous sommes ouverts " + ranges(day.ranges()) + ".";
        }
        String festive = names.isEmpty() ? "" : near ? ", jour f\u00e9ri\u00e9 (" + names + ")" : " (" + names + ")";
        if (closure.isPresent()) {
            return start + festive + ", nous sommes ferm\u00e9s" + NBSP + ": notre fermeture va "
                    + fromTo(closure.get(), today) + ".";
        }
        String how = day.rule() == OpeningDay.Rule.EXCEPTION ? "exceptionnellement " : "";
        return start + festive + ", nous sommes " + how
                + (day.isClosed() ? "ferm\u00e9s" : "ouverts " + ranges(day.ranges()))
                + ".";
    }

    private static String label(LocalDate day, LocalDate today, boolean dated) {
        if (day.equals(today)) {
            return "aujourd'hui, " + FrenchText.day(day);
        }
        if (day.equals(today.plusDays(1))) {
            return "demain, " + FrenchText.day(day);
        }
        return "le " + named(day, today, dated);
    }

    private static String named(LocalDate day, LocalDate today, boolean dated) {
        return dated || day.getYear() != today.getYear() ? FrenchText.dayWithYear(day) : FrenchText.day(day);
    }

    private static String fromTo(Closure closure, LocalDate today) {
        String last = FrenchText.dayAndMonth(closure.to())
                + (closure.to().getYear() == today.getYear()
                        ? ""
                        : NBSP + closure.to().getYear());
        boolean oneMonth = closure.from().getMonth() == closure.to().getMonth()
                && closure.from().getYear() == closure.to().getYear()
                && closure.from().getDayOfMonth() > 1;
        String first = oneMonth
                ? String.valueOf(closure.from().getDayOfMonth())
                : FrenchText.dayAndMonth(closure.from())
                        + (closure.from().getYear() == today.getYear()
                                ? ""
                                : NBSP + closure.from().getYear());
        return "du " + first + " au " + last;
    }

    @Override
    public String open(LocalDateTime now, Optional<LocalDateTime> closing) {
        return "En ce moment (" + FrenchText.time(now.toLocalTime()) + "), nous sommes ouverts"
                + closing.map(end -> ", jusqu'" + until(end, now)).orElse("") + ".";
    }

    private static String until(LocalDateTime end, LocalDateTime now) {
        boolean soon = end.isBefore(now.plusHours(18));
        String time = FrenchText.time(end.toLocalTime());
        return soon ? "\u00e0 " + time : "au " + FrenchText.day(end.toLocalDate()) + " \u00e0 " + time;
    }

    @Override
    public String closed(LocalDateTime now) {
        return "En ce moment (" + FrenchText.time(now.toLocalTime()) + "), nous sommes ferm\u00e9s.";
    }

    @Override
    public String opening(LocalDateTime opening, LocalDate today) {
        LocalDate day = opening.toLocalDate();
        String when = day.equals(today)
                ? "aujourd'hui"
                : day.equals(today.plusDays(1)) ? "demain" : "le " + named(day, today, false);
        return "Notre prochaine ouverture est " + when + " \u00e0 " + FrenchText.time(opening.toLocalTime()) + ".";
    }

    @Override
    public String weekdays(Set<DayOfWeek> days, List<TimeRange> ranges) {
        return FrenchText.sentence(weekdays(days)) + ", nous sommes "
                + (ranges.isEmpty() ? "ferm\u00e9s" : "ouverts " + ranges(ranges)) + ".";
    }

    private static String weekdays(Set<DayOfWeek> days) {
        return FrenchText.list(
                days.stream().map(day -> "le " + FrenchText.weekday(day)).toList());
    }

    @Override
    public String week(OpeningHours hours) {
        List<String> open = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (WeekRun run : WeekRun.of(hours::usually)) {
            String days = run.length() == 7
                    ? "tous les jours"
                    : run.length() > 2
                            ? "du " + FrenchText.weekday(run.first()) + " au " + FrenchText.weekday(run.last())
                            : run.length() == 2
                                    ? "le " + FrenchText.weekday(run.first()) + " et le "
                                            + FrenchText.weekday(run.last())
                                    : "le " + FrenchText.weekday(run.first());
            if (run.ranges().isEmpty()) {
                closed.add(days);
            } else {
                open.add(days + " " + ranges(run.ranges()));
            }
        }
        if (hours.holidays().isPresent() && hours.onHolidays().equals(HolidayHours.CLOSED)) {
            closed.add("les jours f\u00e9ri\u00e9s");
        }
        return "Nous sommes ouverts " + semicolons(open) + "."
                + (closed.isEmpty() ? "" : " Nous sommes ferm\u00e9s " + FrenchText.list(closed) + ".");
    }

    /** Lists of spans hold "et" already. */
    private static String semicolons(List<String> items) {
        return String.join(NBSP + "; ", items);
    }

    @Override
    public String holidays(OpeningHours hours, LocalDate today) {
        HolidayHours usual = hours.onHolidays();
        StringBuilder out = new StringBuilder("Les jours f\u00e9ri\u00e9s, ")
                .append(state(usual))
                .append('.');
        FrenchHolidays holidays = hours.holidays().orElseThrow();
        holidays.of(today.getYear()).keySet().stream()
                .filter(holiday -> !hours.on(holiday).equals(usual))
                .forEach(holiday -> out.append(' ')
                        .append(FrenchText.sentence(on(holiday)))
                        .append(", ")
                        .append(state(hours.on(holiday)))
                        .append('.'));
        NextHoliday.after(today, holidays)
                .ifPresent(next -> out.append(" Le prochain est ")
                        .append(next.date().equals(today) ? "aujourd'hui" : "le " + named(next.date(), today, true))
                        .append(" (")
                        .append(next.holiday().label(Language.FRENCH))
                        .append(")."));
        return out.toString();
    }

    private static String on(FrenchHoliday holiday) {
        return switch (holiday) {
            case NEW_YEAR -> "le jour de l'An";
            case GOOD_FRIDAY -> "le Vendredi saint";
            case EASTER_MONDAY -> "le lundi de P\u00e2ques";
            case LABOUR_DAY -> "le 1er mai";
            case VICTORY_1945 -> "le 8 mai";
            case ASCENSION -> "\u00e0 l'Ascension";
            case WHIT_MONDAY -> "le lundi de Pentec\u00f4te";
            case BASTILLE_DAY -> "le 14 juillet";
            case ASSUMPTION -> "le 15 ao\u00fbt";
            case ALL_SAINTS -> "\u00e0 la Toussaint";
            case ARMISTICE_1918 -> "le 11 novembre";
            case CHRISTMAS -> "\u00e0 No\u00ebl";
            case SECOND_CHRISTMAS -> "le 26 d\u00e9cembre";
            case ABOLITION_OF_SLAVERY -> "le jour de l'abolition de l'esclavage";
        };
    }

    private static String state(HolidayHours hours) {
        if (hours.usual()) {
            return "nous sommes ouverts aux horaires habituels";
        }
        return hours.ranges().isEmpty() ? "nous sommes ferm\u00e9s" : "nous sommes ouverts " + ranges(hours.ranges());
    }

    private static String ranges(List<TimeRange> ranges) {
        return FrenchText.list(ranges.stream().map(FrenchHoursWording::range).toList());
    }

    private static String range(TimeRange range) {
        if (range.roundTheClock()) {
            return "24" + NBSP + "heures sur 24";
        }
        String night = range.pastMidnight() ? " du matin" : "";
        return "de " + FrenchText.time(range.opens()) + " \u00e0 " + FrenchText.time(range.closes()) + night;
    }
}
