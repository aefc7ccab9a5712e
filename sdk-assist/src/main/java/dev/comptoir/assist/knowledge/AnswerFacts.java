package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.knowledge.Contradiction.Rule;
import dev.comptoir.assist.understand.Sentences;
import dev.comptoir.assist.understand.TextNormalizer;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer states that another answer to the same question must not state otherwise. Immutable; made in linear time.
 *
 * @param folded all its words
 * @param polarity 1 where it begins with yes, -1 with no or with a sentence that denies, 0 otherwise
 */
record AnswerFacts(
        String folded, int polarity, Set<String> prices, Set<String> times, Set<String> days, Set<String> numbers) {
    /*
     * Two answers are taken to differ in a kind of fact where each names some that the other does not: an answer that only
     * says more ("5 euros" beside "5 euros, express 10 euros") is another wording. Numbers are compared by value, hours as
     * hh:mm, whatever way they are written. What a word means is not known here: "closed" and "not open" differ.
     */
    private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F](?=\\d{3}(?!\\d))");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.,:])(\\d{1,2})(?: ?(?:h|heures?)\\b ?(\\d{2})?(?!\\d)|h(\\d{2})(?!\\d)|:(\\d{2})(?!\\d)(?: ?(am|pm)\\b)?| ?(am|pm)\\b)");
    private static final Pattern PRICE = Pattern.compile(
            "(\\d{1,15}(?:[.,]\\d{1,2})?) ?(?:€|euros?\\b|eur\\b|£|\\$)|(?:€|£|\\$) ?(\\d{1,15}(?:[.,]\\d{1,2})?)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(?:[.,]\\d{1,10})?");
    private static final Set<String> DAYS =
            words("lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday"
                    + " thursday friday saturday sunday janvier fevrier avril juin juillet aout septembre octobre novembre"
                    + " decembre january february april june july august september october november december");
    private static final Set<String> NEGATIONS = words("pas jamais aucun aucune not never cannot");

    static AnswerFacts of(String answer) {
        String folded = TextNormalizer.fold(answer);
        String rest = TextNormalizer.clean(answer).toLowerCase(Locale.ROOT);
        rest = GROUPED.matcher(rest).replaceAll("");
        Set<String> prices = new HashSet<>();
        Set<String> times = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        Matcher price = PRICE.matcher(rest);
        while (price.find()) {
            prices.add(value(price.group(1) == null ? price.group(2) : price.group(1)));
        }
        rest = PRICE.matcher(rest).replaceAll(" ");
        Matcher time = TIME.matcher(rest);
        while (time.find()) {
            times.add(time(time));
        }
        rest = TIME.matcher(rest).replaceAll(" ");
        Matcher number = NUMBER.matcher(rest);
        while (number.find()) {
            numbers.add(value(number.group()));
        }
        Set<String> days = new HashSet<>();
        for (String word : folded.split(" ", -1)) {
            String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            if (DAYS.contains(one)) {
                days.add(one);
            }
        }
        return new AnswerFacts(folded, polarity(answer), prices, times, days, numbers);
    }

    Optional<Rule> difference(AnswerFacts other) {
        if (folded.equals(other.folded)) {
            return Optional.empty();
        }
        if (polarity * other.polarity < 0) {
            return Optional.of(Rule.YES_NO);
        }
        if (differ(prices, other.prices)) {
            return Optional.of(Rule.PRICE);
        }
        if (differ(times, other.times)) {
            return Optional.of(Rule.TIME);
        }
        if (differ(days, other.days)) {
            return Optional.of(Rule.DAY);
        }
        if (differ(numbers, other.numbers)) {
            return Optional.of(Rule.NUMBER);
        }
        return Optional.of(
                polarity == other.polarity || polarity > 0 || other.polarity > 0 ? Rule.WORDING : Rule.YES_NO);
    }

    private static boolean differ(Set<String> some, Set<String> others) {
        return !some.containsAll(others) && !others.containsAll(some);
    }

    private static int polarity(String answer) {
        List<String> sentences = Sentences.of(answer);
        List<String> words = List.of(
                TextNormalizer.fold(sentences.isEmpty() ? "" : sentences.get(0)).split(" ", -1));
        return switch (words.get(0)) {
            case "oui", "yes" -> 1;
            case "non", "no" -> -1;
            default -> {
                boolean denies = words.stream().anyMatch(NEGATIONS::contains) || hasContraction(words);
                yield denies ? -1 : 0;
            }
        };
    }

    /** "don't", "isn't", "won't" in two words without the apostrophe. */
    private static boolean hasContraction(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("t") && words.get(i - 1).endsWith("n")) {
                return true;
            }
        }
        return false;
    }

    private static String time(Matcher found) {
        int hour = Integer.parseInt(found.group(1));
        String minutes = "00";
        for (int group = 2; group <= 4; group++) {
            minutes = found.group(group) == null ? minutes : found.group(group);
        }
        String half = found.group(5) == null ? found.group(6) : found.group(5);
        if (half != null) {
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        return hour + ":" + minutes;
    }

    private static String value(String number) {
        return new BigDecimal(number.replace(',', '.')).stripTrailingZeros().toPlainString();
    }

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ", -1)));
    }
}
