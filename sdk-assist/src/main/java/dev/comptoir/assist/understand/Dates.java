package dev.comptoir.assist.understand;

import dev.comptoir.assist.understand.Entity.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds days in French and English forms, against the day of the message. */
final class Dates {
    /*
     * Figures are read day first, as in Europe, unless that gives no day. A day without year is the one between 90 days ago
     * and 275 days ahead. A weekday is the next one after today; "dernier" and "last" the one before; "next friday" is Friday
     * of the coming calendar week, as the English mean it. "Le lundi" and "on Mondays" are habits and no days; so are weeks.
     */
    private static final int PAST_DAYS = 90;
    private static final String WEEKDAY =
            "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String MONTH =
            "janvier|janv|fevrier|fevr?|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec"
                    + "|january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sep|october|november|december";
    private static final String COUNT =
            "[0-9]{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|an?|one|two|three|four|five|seven|eight|ten";
    private static final String UNIT = "jours?|semaines?|mois|days?|weeks?|months?";

    private static final Pattern ISO = words("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern FIGURES = words("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
    private static final Pattern SHORT_FIGURES = words("([0-9]{1,2})/([0-9]{1,2})(?![/0-9])");
    private static final Pattern DAY_MONTH =
            words("(?:(?:" + WEEKDAY + ") )?(?:the )?([0-9]{1,2})(?: ?(?:er|st|nd|rd|th))?(?: of)? (" + MONTH
                    + ")\\.?(?:,? ([0-9]{4}))?(?![0-9])");
    private static final Pattern MONTH_DAY = words(
            "(?:(?:" + WEEKDAY + "),? )?(" + MONTH
                    + ")\\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?(?![0-9:€]| ?(?:h|eur|euros|pm|am|people|personnes)(?![a-z]))");
    private static final Pattern DAY = words(
            "(?:le|au|du|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ([0-9]{1,2})(?:er)?(?=$|[?!;)\\n]|[,.](?![0-9])"
                    + "| ?[?!;]| (?:a|au|matin|soir|midi|apres|vers|prochain|pour|et|ou|svp|mais|est|en|dans|je|vous|on|si|avec|chez|merci|s'il|entre|avant|livrez|serez|etes)(?![a-z]))");
    private static final Pattern ORDINAL = words("(?:(?:" + WEEKDAY
            + ") )?the ([0-9]{1,2})(?:st|nd|rd|th)(?! (?:of|floor|time|one|item|order|anniversary|birthday))");
    private static final Pattern ON_WEEKDAY = words("(?:(ce|this|next|last|le|les|chaque|every|tous les|du|au) )?("
            + WEEKDAY + ")(?: (prochain|dernier|en huit|en quinze|next|suivant))?");
    private static final Pattern AHEAD = words("(?:dans|d'ici|in|within) (" + COUNT + ") (" + UNIT + ")(?:'s time)?");
    private static final Pattern AGO =
            words("(?:il y a (" + COUNT + ") (" + UNIT + ")|(" + COUNT + ") (" + UNIT + ") ago)");
    private static final Pattern NAMED = words(
            "apres[- ]demain|avant[- ]hier|day after tomorrow|day before yesterday|demain|hier|aujourd'hui|ce (?:soir|matin|midi)|cet apres[- ]midi"
                    + "|today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)");

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private final String body;
    private final String flat;
    private final LocalDate today;
    private final List<Entity> found = new ArrayList<>();

    private Dates(String body, String flat, LocalDate today) {
        this.body = body;
        this.flat = flat;
        this.today = today;
    }

    /**
     * All readings; they may overlap.
     *
     * @param flat the body in lower case without accents, character by character
     */
    static List<Entity> in(String body, String flat, LocalDate today) {
        Dates dates = new Dates(body, flat, today);
        dates.absolute();
        dates.relative();
        return dates.found;
    }

    private void absolute() {
        each(ISO, m -> date(m.group(1), m.group(2), m.group(3)));
        each(FIGURES, m -> {
            String year = m.group(4).length() == 2 ? "20" + m.group(4) : m.group(4);
            return date(year, m.group(3), m.group(1)).or(() -> date(year, m.group(1), m.group(3)));
        });
        each(
                SHORT_FIGURES,
                m -> near(number(m.group(2)), number(m.group(1)))
                        .or(() -> near(number(m.group(1)), number(m.group(2)))));
        each(DAY_MONTH, m -> inMonth(m.group(1), m.group(2), m.group(3)));
        each(MONTH_DAY, m -> isVerb(m) ? Optional.empty() : inMonth(m.group(2), m.group(1), m.group(3)));
        each(DAY, m -> nextDay(number(m.group(1))));
        each(ORDINAL, m -> nextDay(number(m.group(1))));
    }

    private void relative() {
        each(ON_WEEKDAY, this::weekday);
        each(AHEAD, m -> shifted(m.group(1), m.group(2), 1));
        each(AGO, m -> m.group(1) != null ? shifted(m.group(1), m.group(2), -1) : shifted(m.group(3), m.group(4), -1));
        each(
                NAMED,
                m -> Optional.of(today.plusDays(
                        switch (m.group().replace('-', ' ')) {
                            case "apres demain", "day after tomorrow" -> 2;
                            case "avant hier", "day before yesterday" -> -2;
                            case "demain", "tomorrow" -> 1;
                            case "hier", "yesterday" -> -1;
                            default -> 0;
                        })));
    }

    private void each(Pattern pattern, Function<Matcher, Optional<LocalDate>> reading) {
        Matcher matcher = pattern.matcher(flat);
        while (matcher.find()) {
            reading.apply(matcher)
                    .ifPresent(date -> found.add(new Entity(
                            Kind.DATE,
                            body.substring(matcher.start(), matcher.end()),
                            date.toString(),
                            matcher.start(),
                            matcher.end())));
        }
    }

    /** "May 5 people come" is no day; the month has a capital. */
    private boolean isVerb(Matcher matcher) {
        String month = matcher.group(1);
        return (month.equals("may") || month.equals("mar") || month.equals("march"))
                && !Character.isUpperCase(body.charAt(matcher.start(1)));
    }

    private Optional<LocalDate> inMonth(String day, String month, @Nullable String year) {
        int number = MONTHS.getOrDefault(month, 0);
        return year == null ? near(number, number(day)) : date(year, String.valueOf(number), day);
    }

    private Optional<LocalDate> near(int month, int day) {
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            Optional<LocalDate> date = date(String.valueOf(year), String.valueOf(month), String.valueOf(day));
            if (date.filter(d -> !d.isBefore(today.minusDays(PAST_DAYS))).isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> nextDay(int day) {
        for (int months = 0; months <= 2 && day >= 1; months++) {
            LocalDate month = today.withDayOfMonth(1).plusMonths(months);
            if (day <= month.lengthOfMonth() && !month.withDayOfMonth(day).isBefore(today)) {
                return Optional.of(month.withDayOfMonth(day));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> weekday(Matcher matcher) {
        DayOfWeek day = WEEKDAYS.getOrDefault(matcher.group(2), DayOfWeek.MONDAY);
        String before = matcher.group(1) == null ? "" : matcher.group(1);
        String after = matcher.group(3) == null ? "" : matcher.group(3);
        LocalDate next = today.with(TemporalAdjusters.next(day));
        if (after.equals("dernier") || before.equals("last")) {
            return Optional.of(today.with(TemporalAdjusters.previous(day)));
        }
        if (after.equals("en huit") || after.equals("en quinze")) {
            return Optional.of(next.plusWeeks(after.equals("en huit") ? 1 : 2));
        }
        if (before.equals("next") || after.equals("next")) {
            return Optional.of(
                    today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day)));
        }
        boolean habit = after.isEmpty()
                && List.of("le", "les", "chaque", "every", "tous les", "du", "au")
                        .contains(before);
        return habit
                ? Optional.empty()
                : Optional.of(
                        before.equals("ce") || before.equals("this")
                                ? today.with(TemporalAdjusters.nextOrSame(day))
                                : next);
    }

    private Optional<LocalDate> shifted(String count, String unit, int sign) {
        OptionalInt words = NumberWords.value(List.of(count));
        int n = Character.isDigit(count.charAt(0)) ? number(count) : count.matches("an?") ? 1 : words.orElse(1);
        char first = unit.charAt(0);
        if (first == 'm') {
            return Optional.of(today.plusMonths((long) sign * n));
        }
        return Optional.of(today.plusDays((long) sign * n * (first == 's' || first == 'w' ? 7 : 1)));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Pattern words(String regex) {
        return Pattern.compile("(?<![\\p{L}0-9/.,-])(?:" + regex + ")(?![\\p{L}0-9])");
    }

    private static Map<String, Integer> months() {
        String[] names = {
            "janvier janv january jan", "fevrier fev fevr february feb", "mars march mar", "avril avr april apr",
                    "mai may",
            "juin june jun", "juillet juil july jul", "aout august aug", "septembre september sept sep",
                    "octobre october oct",
            "novembre november nov", "decembre december dec"
        };
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ", -1)) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> weekdays() {
        String[] names = WEEKDAY.split("\\|", -1);
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            weekdays.put(names[i], DayOfWeek.of(i % 7 + 1));
        }
        return Map.copyOf(weekdays);
    }
}
