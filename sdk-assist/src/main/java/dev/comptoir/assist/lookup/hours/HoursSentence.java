package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence read with the vocabulary of opening hours.
 *
 * @param known whether every word of it was understood
 * @param tags what its phrases contribute
 * @param cues the phrases that speak of opening or closing are used as such, not with an object
 * @param midday whether it asks about lunchtime
 * @param asks whether it has a question mark, or no end mark at all
 * @param days the days that it names
 */
record HoursSentence(boolean known, Set<HoursTag> tags, boolean cues, boolean midday, boolean asks, DayMentions days) {
    static final int MAX_LENGTH = 400;

    private static final Pattern ALWAYS =
            Pattern.compile("24\\s?h?\\s?/\\s?24|24 heures sur 24|\\b24/7\\b|24 hours a day");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d/.:])(?:[01]?\\d|2[0-4])\\s?(?:heures?(?![a-z])|h(?![a-z])|:(?=\\d))\\s?(?:[0-5]\\d(?!\\d))?(?![a-z\\d])"
                    + "|(?<![\\d/.:])\\d{1,2}(?::[0-5]\\d)?\\s?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o'clock)(?![a-z])"
                    + "|\\b(?:midnight|noon|minuit)\\b");
    private static final Pattern SPOKEN_TO = Pattern.compile("\\b(?:vous|you)\\b");
    private static final Set<String> OBJECTS = Set.of("l", "le", "la", "les");
    private static final Set<String> CLOSINGS =
            Set.of("cordialement", "bien", "cdlt", "regards", "best", "kind", "sincerely", "merci", "thanks");
    private static final int MAX_CLOSING = 5;
    private static final Set<HoursTag> CUES =
            EnumSet.of(HoursTag.STATE, HoursTag.ACT, HoursTag.CLOSE, HoursTag.FERME, HoursTag.HOURS);
    private static final Set<HoursTag> ACTS = EnumSet.of(HoursTag.ACT, HoursTag.FERME, HoursTag.CLOSE);
    private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l", "the", "ce", "this", "on");

    static HoursSentence of(String sentence, DayMentions days, HoursVocabulary vocabulary) {
        String plain = TextNormalizer.clean(sentence).toLowerCase(Locale.ROOT);
        String timed = replaced(ALWAYS, plain, " xalways ");
        timed = days.withDates(timed);
        timed = replaced(CLOCK, timed, " xtime ");
        List<String> words = words(timed);
        if (words.size() <= MAX_CLOSING && !words.isEmpty() && CLOSINGS.contains(words.get(0))) {
            // A name may follow.
            return new HoursSentence(true, EnumSet.noneOf(HoursTag.class), true, false, false, days);
        }
        return new Reading(words, days, vocabulary).read(plain);
    }

    boolean has(HoursTag tag) {
        return tags.contains(tag);
    }

    private static String replaced(Pattern pattern, String text, String by) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(by));
    }

    private static List<String> words(String text) {
        String folded = TextNormalizer.fold(text);
        return folded.isEmpty() ? List.of() : List.of(Pattern.compile(" ").split(folded, -1));
    }

    /** The walk through the words: the longest phrase that is known, again and again. */
    private static final class Reading {
        private final List<String> words;
        private final DayMentions days;
        private final HoursVocabulary vocabulary;
        private final Set<HoursTag> tags = EnumSet.noneOf(HoursTag.class);
        private final List<HoursTag> order = new ArrayList<>();
        private boolean known = true;
        private boolean cues = true;
        private boolean midday;
        private boolean askedHour;

        Reading(List<String> words, DayMentions days, HoursVocabulary vocabulary) {
            this.words = words;
            this.days = days;
            this.vocabulary = vocabulary;
        }

        HoursSentence read(String plain) {
            int i = 0;
            while (i < words.size()) {
                int next = days.read(words, i);
                if (next > i) {
                    seen(HoursTag.DATE, i);
                } else {
                    next = phrase(i);
                }
                i = next;
            }
            checkSequence();
            String end = plain.stripTrailing();
            boolean asks = end.indexOf('?') >= 0 || !(end.endsWith(".") || end.endsWith("!"));
            return new HoursSentence(known, tags, cues, midday, asks, days);
        }

        private int phrase(int start) {
            String word = words.get(start);
            if (word.equals("la") && start == words.size() - 1) {
                seen(HoursTag.NOW, start);
                return start + 1;
            }
            for (int length = Math.min(HoursVocabulary.MAX_WORDS, words.size() - start); length > 0; length--) {
                String phrase = String.join(" ", words.subList(start, start + length));
                HoursTag tag = vocabulary.tag(phrase);
                if (tag != null) {
                    note(tag, phrase);
                    seen(tag, start);
                    return start + length;
                }
            }
            known = false;
            return start + 1;
        }

        private void note(HoursTag tag, String phrase) {
            midday |= phrase.contains("lunch") || (phrase.contains("midi") && !phrase.contains("apres midi"));
            if (tag != HoursTag.QUESTION && SPOKEN_TO.matcher(phrase).find()) {
                tags.add(HoursTag.SUBJECT);
            }
            askedHour |= tag == HoursTag.ASK_TIME && !phrase.startsWith("quand") && !phrase.equals("when");
        }

        private void seen(HoursTag tag, int start) {
            boolean object = ACTS.contains(tag) && start > 0 && OBJECTS.contains(words.get(start - 1));
            boolean thing = tag == HoursTag.PRONOUN && !order.isEmpty() && CUES.contains(order.get(order.size() - 1));
            cues &= !object && !thing;
            tags.add(tag);
            if (tag != HoursTag.FILLER || !ARTICLES.contains(words.get(start))) {
                order.add(tag);
            }
        }

        /** "Pour" stands before a day; who opens the shop is not asked unless with an hour. */
        private void checkSequence() {
            for (int i = 0; i < order.size(); i++) {
                HoursTag tag = order.get(i);
                HoursTag next = i + 1 < order.size() ? order.get(i + 1) : HoursTag.FILLER;
                HoursTag second = i + 2 < order.size() ? order.get(i + 2) : HoursTag.FILLER;
                boolean ofShop = next == HoursTag.SHOP || (next == HoursTag.SUBJECT && second == HoursTag.SHOP);
                if (tag == HoursTag.FOR && !DAYS.contains(next)) {
                    known = false;
                }
                if (ACTS.contains(tag) && ofShop && !askedHour) {
                    cues = false;
                }
            }
        }

        private static final Set<HoursTag> DAYS = EnumSet.of(
                HoursTag.DATE,
                HoursTag.TODAY,
                HoursTag.TOMORROW,
                HoursTag.AFTER_TOMORROW,
                HoursTag.WEEKENDS,
                HoursTag.THIS_WEEKEND,
                HoursTag.PUBLIC_HOLIDAYS);
    }
}
