package dev.comptoir.assist.guard;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a text states no figure, link or address which the evidence does not hold. Immutable, thread-safe, linear time.
 *
 * <p>A wrong price or date is the costliest thing a reply can say, and the one error that can be found without a model.
 */
public final class NumberGrounding {
    /*
     * Every number, price, date, hour, percentage, code, link, mail address must occur, normalised, in the evidence. Digits are
     * compared as runs: "12,50 EUR" and "12.50" hold the same runs joined by a mark; spaces inside numbers and leading zeros do
     * not count. Number words from two to a thousand count as numbers; "one" does not, since it is mostly an article.
     */
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s<>\"')]{1,500}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)\\b(?:[a-z0-9-]{1,63}\\.){1,5}(?:com|fr|org|net|eu|io|shop|info|biz|co|uk|be|ch|ca)\\b");
    private static final Pattern MAIL = Pattern.compile("(?i)[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,200}");
    private static final Pattern CODE =
            Pattern.compile("\\b(?=[A-Za-z0-9-]{0,40}\\d)(?=[A-Za-z0-9-]{0,40}[A-Za-z])[A-Za-z0-9-]{2,40}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/-]\\d+)*+");
    private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F](?=\\d{2,3}(?!\\d))");
    private static final Pattern UNIT = Pattern.compile(
            "(?i)^(\\d+)(?:h|min|kg|g|cm|mm|m|km|ml|cl|l|eur|e|am|pm|st|nd|rd|th|er|e|eme|ieme|j|x|d|hrs?|days?)(\\d*)$");
    private static final Map<String, String> WORDS = words();

    private NumberGrounding() {}

    /** The figures, codes, links and addresses of the text that the evidence does not hold, normalised; empty when grounded. */
    public static Set<String> ungrounded(String text, String evidence) {
        Set<String> missing = new HashSet<>(facts(text));
        missing.removeAll(facts(evidence));
        return Set.copyOf(missing);
    }

    private static Set<String> facts(String text) {
        Set<String> facts = new HashSet<>();
        String rest = TextNormalizer.clean(text).toLowerCase(Locale.ROOT);
        rest = take(LINK, rest, facts);
        rest = take(MAIL, rest, facts);
        rest = take(DOMAIN, rest, facts);
        rest = GROUPED.matcher(rest).replaceAll("");
        for (String code : found(CODE, rest)) {
            Matcher unit = UNIT.matcher(code);
            if (unit.matches()) {
                facts.add(number(unit.group(1)));
                if (!unit.group(2).isEmpty()) {
                    facts.add(number(unit.group(2)));
                }
            } else {
                facts.add(code);
            }
        }
        rest = CODE.matcher(rest).replaceAll(" ");
        for (String figure : found(NUMBER, rest)) {
            for (String part : figure.split("[:/-]", -1)) {
                facts.add(number(part));
            }
        }
        for (String word : TextNormalizer.fold(rest).split(" ", -1)) {
            String number = WORDS.get(word);
            if (number != null) {
                facts.add(number);
            }
        }
        return facts;
    }

    private static String take(Pattern pattern, String text, Set<String> facts) {
        for (String found : found(pattern, text)) {
            facts.add(found.replaceAll("[.,;:!?/]+$", ""));
        }
        return pattern.matcher(text).replaceAll(" ");
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Commas as points, without leading zeros and without zeros that end a fraction. */
    private static String number(String digits) {
        String plain = digits.replace(',', '.');
        if (plain.indexOf('.') >= 0) {
            plain = plain.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return plain.replaceAll("^0+(?=\\d)", "");
    }

    private static Map<String, String> words() {
        return Map.ofEntries(
                Map.entry("deux", "2"),
                Map.entry("trois", "3"),
                Map.entry("quatre", "4"),
                Map.entry("cinq", "5"),
                Map.entry("sept", "7"),
                Map.entry("huit", "8"),
                Map.entry("neuf", "9"),
                Map.entry("dix", "10"),
                Map.entry("onze", "11"),
                Map.entry("douze", "12"),
                Map.entry("treize", "13"),
                Map.entry("quatorze", "14"),
                Map.entry("quinze", "15"),
                Map.entry("seize", "16"),
                Map.entry("vingt", "20"),
                Map.entry("trente", "30"),
                Map.entry("quarante", "40"),
                Map.entry("cinquante", "50"),
                Map.entry("soixante", "60"),
                Map.entry("cent", "100"),
                Map.entry("mille", "1000"),
                Map.entry("two", "2"),
                Map.entry("three", "3"),
                Map.entry("four", "4"),
                Map.entry("five", "5"),
                Map.entry("six", "6"),
                Map.entry("seven", "7"),
                Map.entry("eight", "8"),
                Map.entry("nine", "9"),
                Map.entry("ten", "10"),
                Map.entry("eleven", "11"),
                Map.entry("twelve", "12"),
                Map.entry("thirteen", "13"),
                Map.entry("fourteen", "14"),
                Map.entry("fifteen", "15"),
                Map.entry("sixteen", "16"),
                Map.entry("seventeen", "17"),
                Map.entry("eighteen", "18"),
                Map.entry("nineteen", "19"),
                Map.entry("twenty", "20"),
                Map.entry("thirty", "30"),
                Map.entry("forty", "40"),
                Map.entry("fifty", "50"),
                Map.entry("sixty", "60"),
                Map.entry("seventy", "70"),
                Map.entry("eighty", "80"),
                Map.entry("ninety", "90"),
                Map.entry("hundred", "100"),
                Map.entry("thousand", "1000"));
    }
}
