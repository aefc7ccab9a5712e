package dev.comptoir.assist.lookup;

import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Order numbers in a question. */
final class OrderNumbers {
    /** Stands in the text for a number. */
    static final String PLACE = "xorder";

    private static final Pattern VALID = Pattern.compile("[A-Z0-9]+(?:-[A-Z0-9]+)*");
    /** At least three digits: shorter numbers count things and days. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.,-])(?:n\\u00b0\\s?|no\\.?\\s|n\\s?o\\s?|#\\s?)?((?=[A-Za-z0-9-]*\\d[A-Za-z0-9-]*\\d[A-Za-z0-9-]*\\d)[A-Za-z0-9]{1,30}"
                    + "(?:-[A-Za-z0-9]{1,20}){0,3})(?![\\p{L}\\p{N}/-])",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX = 40;

    private OrderNumbers() {}

    /**
     * The question with its order numbers taken out.
     *
     * @param text what is left, with a place for each
     * @param numbers the different ones, in upper case
     */
    record Found(String text, Set<String> numbers) {}

    static Found in(LookupRequest request) {
        String text = TextNormalizer.clean(request.question());
        Set<String> numbers = new TreeSet<>();
        for (Entity entity : request.entities()) {
            String words = entity.text().strip();
            if (entity.kind() == Entity.Kind.ORDER && !words.isEmpty() && text.contains(words)) {
                normal(entity.value()).ifPresent(numbers::add);
                text = text.replace(words, " " + PLACE + " ");
            }
        }
        Matcher token = TOKEN.matcher(text);
        StringBuilder out = new StringBuilder();
        while (token.find()) {
            normal(token.group(1)).ifPresent(numbers::add);
            token.appendReplacement(out, " " + PLACE + " ");
        }
        return new Found(token.appendTail(out).toString(), numbers);
    }

    private static Optional<String> normal(String value) {
        String number = value.replace(" ", "").toUpperCase(Locale.ROOT);
        return number.length() <= MAX && VALID.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
