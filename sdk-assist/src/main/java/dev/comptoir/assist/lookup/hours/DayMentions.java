package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the days that a sentence names, as of one day. Not thread-safe. */
final class DayMentions {
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(20\\d\\d)-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/])");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:er|e|st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Set<String> ARTICLES = Set.of("le", "la", "l", "au", "the", "ce", "this");
    private static final Set<String> LINKS = Set.of("et", "ou", "and", "or");
    private static final Set<String> SPANS = Set.of("au", "to", "through");
    private final LocalDate today;
    private final Upcoming upcoming;
    private final Language language;
    private final SortedSet<LocalDate> dates = new TreeSet<>();
    private final Set<DayOfWeek> bare = EnumSet.noneOf(DayOfWeek.class);
    private final Set<DayOfWeek> nearest = EnumSet.noneOf(DayOfWeek.class);
    private final Set<DayOfWeek> following = EnumSet.noneOf(DayOfWeek.class);
    private final Set<DayOfWeek> usual = EnumSet.noneOf(DayOfWeek.class);
    private final List<LocalDate> written = new ArrayList<>();
    private boolean dated;
    private boolean range;
    private boolean contradicted;

    DayMentions(LocalDate today, Language language) {
        this.today = today;
        this.upcoming = new Upcoming(today);
        this.language = language;
    }

    /** The text with the dates in figures replaced by words for {@link #read}. */
    String withDates(String text) {
        return replace(SLASHED, replace(ISO, text));
    }

    private String replace(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            LocalDate day = pattern == ISO
                    ? Upcoming.exact(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
                    : upcoming.slashed(number(matcher.group(1)), number(matcher.group(2)), matcher.group(3), language);
            if (day == null) {
                matcher.appendReplacement(out, " xnodate ");
            } else {
                written.add(day);
                matcher.appendReplacement(out, " xdate" + (written.size() - 1) + " ");
            }
        }
        return matcher.appendTail(out).toString();
    }

    /** Takes the day named at a word, with what belongs to it; returns where the rest begins, or the same place. */
    int read(List<String> words, int start) {
        String word = words.get(start);
        if (word.startsWith("xdate")) {
            int index = NUMBER.matcher(word.substring(5)).matches() ? number(word.substring(5)) : written.size();
            if (index >= written.size()) {
                return start;
            }
            add(written.get(index));
            return start + 1;
        }
        int name = ARTICLES.contains(word) ? start + 1 : start;
        int feast = feast(words, name);
        if (feast > name) {
            return feast;
        }
        int weekday = weekday(words, start);
        return weekday > start ? weekday : date(words, start, null);
    }

    private int feast(List<String> words, int start) {
        for (int length = Math.min(6, words.size() - start); length > 0; length--) {
            String phrase = String.join(" ", words.subList(start, start + length));
            if (NamedDays.isFeast(phrase)) {
                int end = start + length;
                String year = word(words, end);
                if (YEAR.matcher(year).matches()) {
                    NamedDays.feast(phrase, number(year)).forEach(this::add);
                    return end + 1;
                }
                List<LocalDate> days = NamedDays.feast(phrase, today.getYear());
                if (days.get(days.size() - 1).isBefore(today)) {
                    days = NamedDays.feast(phrase, today.getYear() + 1);
                }
                days.stream().filter(day -> !day.isBefore(today)).forEach(this::add);
                return end;
            }
        }
        return start;
    }

    private int weekday(List<String> words, int start) {
        int at = start;
        boolean every = false;
        boolean nearer = false;
        boolean next = false;
        switch (word(words, at)) {
            case "chaque", "every", "les" -> {
                every = true;
                at++;
            }
            case "tous" -> {
                every = word(words, at + 1).equals("les");
                at += every ? 2 : 0;
            }
            case "le", "du" -> {
                every = true;
                at++;
            }
            case "ce", "this" -> {
                nearer = true;
                at++;
            }
            case "next" -> {
                next = true;
                at++;
            }
            default -> {}
        }
        String word = word(words, at);
        DayOfWeek plural = NamedDays.weekdays(word);
        DayOfWeek day = plural != null ? plural : NamedDays.weekday(word);
        if (day == null) {
            return start;
        }
        int end = at + 1;
        String after = word(words, end);
        if (after.equals("prochain") || after.equals("suivant")) {
            next = true;
            end++;
        } else if (after.equals("qui") && word(words, end + 1).equals("vient")) {
            nearer = true;
            end += 2;
        } else if (after.equals("au") || after.equals("to") || after.equals("through") || after.equals("a")) {
            if (NamedDays.weekday(word(words, end + 1)) != null) {
                range = true;
                return end + 2;
            }
        }
        int from = after.equals("le") || after.equals("the") ? end + 1 : end;
        int date = date(words, from, day);
        if (date > from) {
            return date;
        }
        if (next) {
            following.add(day);
        } else if (nearer) {
            nearest.add(day);
        } else if (every || plural != null) {
            usual.add(day);
        } else {
            bare.add(day);
        }
        return end;
    }

    /** "Le 24", "du 24 au 26", "24 et 25 d\u00e9cembre", "December 24 and 25", each with a year behind it or not. */
    private int date(List<String> words, int start, @Nullable DayOfWeek expected) {
        String word = word(words, start);
        Integer before = NamedDays.month(word);
        boolean article = word.equals("le") || word.equals("les") || word.equals("the");
        int at = before != null || article ? start + 1 : start;
        List<Integer> numbers = new ArrayList<>();
        int end = at;
        for (int next = at; next > 0; next = afterLink(words, end)) {
            if (!NUMBER.matcher(word(words, next)).matches()) {
                break;
            }
            int number = number(words.get(next));
            int last = numbers.isEmpty() ? number : numbers.get(numbers.size() - 1);
            boolean span = !numbers.isEmpty() && SPANS.contains(word(words, end));
            if (span && number <= last) {
                break;
            }
            for (int between = last + 1; span && between < number; between++) {
                numbers.add(between);
            }
            numbers.add(number);
            end = next + 1;
        }
        if (numbers.isEmpty()) {
            return start;
        }
        int of = word(words, end).equals("of") ? end + 1 : end;
        Integer behind = before == null ? NamedDays.month(word(words, of)) : null;
        Integer month = before == null ? behind : before;
        if (month != null) {
            return dated(words, behind == null ? end : of + 1, month, numbers, expected);
        }
        if (numbers.size() == 1 && (article || expected != null)) {
            LocalDate next = upcoming.ofMonth(numbers.get(0), expected);
            if (next != null) {
                add(next);
                return end;
            }
        }
        return start;
    }

    /** Where another number of a list may stand; 0 where the list ends. */
    private static int afterLink(List<String> words, int end) {
        String link = word(words, end);
        if (!LINKS.contains(link) && !SPANS.contains(link)) {
            return 0;
        }
        String article = word(words, end + 1);
        return article.equals("le") || article.equals("the") ? end + 2 : end + 1;
    }

    private int dated(List<String> words, int end, int month, List<Integer> numbers, @Nullable DayOfWeek expected) {
        String year = word(words, end);
        boolean given = YEAR.matcher(year).matches();
        LocalDate last = given ? null : upcoming.date(month, numbers.get(numbers.size() - 1));
        for (int number : numbers) {
            LocalDate date = given || last == null
                    ? Upcoming.exact(given ? number(year) : today.getYear(), month, number)
                    : Upcoming.exact(last.getYear(), month, number);
            if (date == null || (expected != null && date.getDayOfWeek() != expected)) {
                contradicted = true;
            } else {
                add(date);
            }
        }
        return given ? end + 1 : end;
    }

    private void add(LocalDate day) {
        contradicted |= day.isBefore(today) || day.isAfter(today.plusYears(Upcoming.MAX_YEARS));
        dates.add(day);
        dated = true;
    }

    /** Today is not among a day's dates unless said so: of a day that is today, this and the next may be meant. */
    SortedSet<LocalDate> days(Set<HoursTag> tags) {
        SortedSet<LocalDate> all = new TreeSet<>(dates);
        if (tags.contains(HoursTag.TODAY)) {
            all.add(today);
        }
        if (tags.contains(HoursTag.TOMORROW)) {
            all.add(today.plusDays(1));
        }
        if (tags.contains(HoursTag.AFTER_TOMORROW)) {
            all.add(today.plusDays(2));
        }
        if (tags.contains(HoursTag.THIS_WEEKEND)) {
            LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            all.add(sunday);
            if (!sunday.equals(today)) {
                all.add(sunday.minusDays(1));
            }
        }
        if (!tags.contains(HoursTag.USUALLY)) {
            for (DayOfWeek day : bare) {
                all.add(today.with(TemporalAdjusters.nextOrSame(day)));
                if (day == today.getDayOfWeek()) {
                    all.add(today.plusWeeks(1));
                }
            }
        }
        nearest.forEach(day -> all.add(today.with(TemporalAdjusters.nextOrSame(day))));
        for (DayOfWeek day : following) {
            LocalDate next = today.with(TemporalAdjusters.next(day));
            all.add(next);
            if (day.compareTo(today.getDayOfWeek()) > 0) {
                all.add(next.plusWeeks(1));
            }
        }
        return all;
    }

    Set<DayOfWeek> weekdays(Set<HoursTag> tags) {
        Set<DayOfWeek> all = EnumSet.noneOf(DayOfWeek.class);
        all.addAll(usual);
        if (tags.contains(HoursTag.USUALLY)) {
            all.addAll(bare);
        }
        if (tags.contains(HoursTag.WEEKENDS)) {
            all.add(DayOfWeek.SATURDAY);
            all.add(DayOfWeek.SUNDAY);
        }
        return all;
    }

    boolean isDated() {
        return dated;
    }

    /** Whether a span of weekdays was named. */
    boolean isRange() {
        return range;
    }

    /** Whether a day is past, does not exist, or is not the weekday that it is called. */
    boolean isContradicted() {
        return contradicted;
    }

    private static String word(List<String> words, int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    private static int number(String digits) {
        int end = 0;
        while (end < digits.length() && digits.charAt(end) >= '0' && digits.charAt(end) <= '9') {
            end++;
        }
        return Integer.parseInt(digits.substring(0, end));
    }
}
