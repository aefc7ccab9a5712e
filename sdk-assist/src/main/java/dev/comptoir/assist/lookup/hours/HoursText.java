package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The compact text form of opening hours, see {@link OpeningHours#parse}. */
final class HoursText {
    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_PARTS = 1_000;
    private static final int MAX_PART = 500;
    private static final int MAX_SHOWN = 60;

    private static final List<String> DAYS = List.of("lun", "mar", "mer", "jeu", "ven", "sam", "dim");
    private static final Map<String, DayOfWeek> DAY_NAMES = dayNames();

    private static final String TIME = "\\d{1,2}(?:\\s?[:h]\\s?(?:\\d{2}(?!\\d|\\s?[:h]))?)?";
    private static final Pattern RANGE = Pattern.compile("(" + TIME + ")\\s?(?:-|a|to)\\s?(" + TIME + ")");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})\\s?(?:[:h]\\s?(\\d{2})?)?");
    private static final String DATE = "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4}";
    private static final Pattern DATES =
            Pattern.compile("(?:du |le )?(" + DATE + ")(?:\\s?(?:\\.\\.|au|to)\\s?(" + DATE + "))?\\s(.*)");
    private static final Pattern HOLIDAYS =
            Pattern.compile("(?:les )?(?:jours feries|feries|(?:public )?holidays)\\s(.*)");
    private static final Pattern WEEKDAYS = Pattern.compile(
            "((?:du |le )?[a-z]{3,9}\\.?(?:(?:\\s?[-,/&]\\s?|\\s(?:au|a|to|et|and)\\s)[a-z]{3,9}\\.?)*)\\s?:?\\s(.*)");
    private static final Pattern EVERY_DAY =
            Pattern.compile("(?:tous les jours|tlj|7j/7|every day|daily)\\s?:?\\s(.*)");
    private static final Pattern LINK =
            Pattern.compile("\\s?(-|,|/|\\bau\\b|\\ba\\b|\\bto\\b|\\bet\\b|\\band\\b|&)\\s?");
    private static final Pattern BETWEEN = Pattern.compile("(?:[\\s,]|\\bet\\b|\\band\\b|\\bpuis\\b)*");
    private static final Set<String> CLOSED = Set.of("ferme", "fermee", "fermes", "closed");
    private static final Set<String> USUAL = Set.of("ouvert", "ouverts", "open", "horaires habituels", "as usual");
    private static final Set<String> ROUND_THE_CLOCK = Set.of("24h/24", "24h", "24/24", "24 h/24", "24 heures sur 24");

    private HoursText() {}

    static OpeningHours read(String text, OpeningHours.Builder builder) {
        if (text.length() > MAX_LENGTH) {
            throw invalid(
                    List.of("They have " + text.length() + " characters; at most " + MAX_LENGTH + " are allowed."));
        }
        String[] parts = Pattern.compile("[;\\n]").split(plain(text), -1);
        if (parts.length > MAX_PARTS) {
            throw invalid(List.of("They have " + parts.length + " parts; at most " + MAX_PARTS + " are allowed."));
        }
        List<String> problems = new ArrayList<>();
        int said = 0;
        for (String part : parts) {
            String one = part.strip();
            if (!one.isEmpty()) {
                said++;
                try {
                    read(one, builder, problems);
                } catch (IllegalArgumentException | DateTimeException e) {
                    problems.add(shown(one) + " " + e.getMessage());
                }
            }
        }
        if (said == 0) {
            problems.add("They are empty. Maybe write them as in \"lun-ven 9:00-18:00\"?");
        }
        if (problems.isEmpty()) {
            try {
                return builder.build();
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        throw invalid(problems);
    }

    private static void read(String part, OpeningHours.Builder builder, List<String> problems) {
        if (part.length() > MAX_PART) {
            problems.add(shown(part) + " The part has " + part.length() + " characters; at most " + MAX_PART
                    + " are allowed. Maybe separate parts by semicolons?");
            return;
        }
        Matcher dates = DATES.matcher(part);
        if (dates.matches()) {
            LocalDate from = date(dates.group(1));
            LocalDate to = dates.group(2) == null ? from : date(dates.group(2));
            TimeRange[] ranges = ranges(dates.group(3));
            if (dates.group(2) == null) {
                builder.on(from, ranges);
            } else if (ranges.length == 0) {
                builder.closed(from, to);
            } else {
                problems.add(shown(part) + " Hours are given for several dates. Maybe write one part for each date?");
            }
            return;
        }
        Matcher holidays = HOLIDAYS.matcher(part);
        if (holidays.matches()) {
            if (USUAL.contains(holidays.group(1).strip())) {
                builder.usualOnHolidays();
            } else {
                builder.onHolidays(ranges(holidays.group(1)));
            }
            return;
        }
        for (FrenchHoliday holiday : FrenchHoliday.values()) {
            String key = plain(holiday.key());
            if (part.startsWith(key + " ")) {
                String hours = part.substring(key.length() + 1).strip();
                if (USUAL.contains(hours)) {
                    builder.usualOn(holiday);
                } else {
                    builder.on(holiday, ranges(hours));
                }
                return;
            }
        }
        Matcher every = EVERY_DAY.matcher(part);
        Matcher weekdays = WEEKDAYS.matcher(part);
        Matcher found = every.matches() ? every : weekdays;
        Set<DayOfWeek> days = every.matches()
                ? EnumSet.allOf(DayOfWeek.class)
                : weekdays.matches() ? days(weekdays.group(1)) : Set.of();
        if (days.isEmpty()) {
            problems.add(shown(part) + " It does not begin with days. Maybe write it as in \"lun-ven 9:00-12:30\"?");
            return;
        }
        for (DayOfWeek day : days) {
            if (builder.hasWeekday(day)) {
                throw new IllegalArgumentException("The day \"" + DAYS.get(day.getValue() - 1)
                        + "\" stands in two parts. Maybe join their hours?");
            }
        }
        builder.open(days, List.of(ranges(found.group(found.groupCount()))));
    }

    /** Empty where a word is no day. */
    private static Set<DayOfWeek> days(String text) {
        String list = text.replaceFirst("^(?:du|le) ", "").replace(".", "");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Matcher link = LINK.matcher(list);
        DayOfWeek from = null;
        int start = 0;
        boolean more = true;
        while (more) {
            more = link.find();
            DayOfWeek day = DAY_NAMES.get(
                    list.substring(start, more ? link.start() : list.length()).strip());
            if (day == null) {
                return Set.of();
            }
            for (DayOfWeek each = from == null ? day : from; each != day; each = each.plus(1)) {
                days.add(each);
            }
            days.add(day);
            if (more) {
                start = link.end();
                from = Set.of("-", "au", "a", "to").contains(link.group(1)) ? day : null;
            }
        }
        return days;
    }

    private static TimeRange[] ranges(String text) {
        String hours = text.strip();
        if (CLOSED.contains(hours)) {
            return new TimeRange[0];
        }
        if (ROUND_THE_CLOCK.contains(hours)) {
            return new TimeRange[] {new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)};
        }
        List<TimeRange> ranges = new ArrayList<>();
        Matcher range = RANGE.matcher(hours);
        int end = 0;
        while (range.find()) {
            requireBlank(hours.substring(end, range.start()));
            ranges.add(TimeRange.of(range.group(1), range.group(2)));
            end = range.end();
        }
        requireBlank(hours.substring(end));
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("It has no hours. Maybe write \"9:00-18:00\" or \"ferm\u00e9\"?");
        }
        return ranges.toArray(TimeRange[]::new);
    }

    private static void requireBlank(String text) {
        if (!BETWEEN.matcher(text).matches()) {
            throw new IllegalArgumentException("The words " + shown(text.strip())
                    + " are no hours. Maybe write \"9:00-12:30 14:00-19:00\" or \"ferm\u00e9\"?");
        }
    }

    /** A time as {@code 9:00}, {@code 9h30}, {@code 9 h} or {@code 9}; 24:00 is midnight. */
    static LocalTime time(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            throw new IllegalArgumentException(shown(text) + " is no time. Maybe write it as in \"9:30\"?");
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) {
            throw new IllegalArgumentException(shown(text) + " is no time of the day: 0:00 to 24:00.");
        }
        return LocalTime.of(hour % 24, minute);
    }

    private static LocalDate date(String text) {
        String[] numbers = Pattern.compile("[-/]").split(text, -1);
        boolean yearFirst = text.indexOf('-') > 0;
        return LocalDate.of(
                Integer.parseInt(numbers[yearFirst ? 0 : 2]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[yearFirst ? 2 : 0]));
    }

    static String write(LocalTime time) {
        return time.getHour() + (time.getMinute() < 10 ? ":0" : ":") + time.getMinute();
    }

    static String write(List<TimeRange> ranges) {
        return ranges.isEmpty()
                ? "ferm\u00e9"
                : ranges.stream().map(TimeRange::toString).collect(Collectors.joining(" "));
    }

    static String write(
            Map<DayOfWeek, List<TimeRange>> week,
            @Nullable HolidayHours onHolidays,
            Map<FrenchHoliday, HolidayHours> byHoliday,
            SortedMap<LocalDate, List<TimeRange>> exceptions,
            List<Closure> closures) {
        List<String> parts = new ArrayList<>();
        for (WeekRun run : WeekRun.of(day -> week.getOrDefault(day, List.of()))) {
            String first = DAYS.get(run.first().getValue() - 1);
            String last = DAYS.get(run.last().getValue() - 1);
            parts.add((run.first() == run.last() ? first : first + "-" + last) + " " + write(run.ranges()));
        }
        if (onHolidays != null) {
            parts.add("jours f\u00e9ri\u00e9s " + onHolidays);
        }
        byHoliday.forEach((holiday, hours) -> parts.add(holiday.key() + " " + hours));
        exceptions.forEach((day, ranges) -> parts.add(day + " " + write(ranges)));
        closures.forEach(closure -> parts.add(closure.from() + ".." + closure.to() + " ferm\u00e9"));
        return String.join("; ", parts);
    }

    private static Map<String, DayOfWeek> dayNames() {
        Map<String, DayOfWeek> names = new HashMap<>();
        String[][] words = {
            {"lun", "lundi", "lundis", "mon", "monday", "mondays"},
            {"mar", "mardi", "mardis", "tue", "tues", "tuesday", "tuesdays"},
            {"mer", "mercredi", "mercredis", "wed", "wednesday", "wednesdays"},
            {"jeu", "jeudi", "jeudis", "thu", "thur", "thurs", "thursday", "thursdays"},
            {"ven", "vendredi", "vendredis", "fri", "friday", "fridays"},
            {"sam", "samedi", "samedis", "sat", "saturday", "saturdays"},
            {"dim", "dimanche", "dimanches", "sun", "sunday", "sundays"}
        };
        for (int i = 0; i < words.length; i++) {
            for (String word : words[i]) {
                names.put(word, DayOfWeek.of(i + 1));
            }
        }
        return Map.copyOf(names);
    }

    /** Lower case, without accents, with single blanks and plain dashes. */
    private static String plain(String text) {
        return Normalizer.normalize(TextNormalizer.clean(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "");
    }

    private static String shown(String text) {
        return '"' + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...") + '"';
    }

    private static ConfigurationException invalid(List<String> problems) {
        List<String> first = problems.subList(0, Math.min(10, problems.size()));
        return new ConfigurationException(
                ErrorCode.CONFIGURATION_INVALID, "The opening hours cannot be read. " + String.join(" ", first));
    }
}
