package dev.comptoir.assist.understand;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of phrases to look for in folded text, compiled into one pattern. Immutable, thread-safe. */
final class Phrases {
    /*
     * One phrase a line: folded words, regular expressions allowed. "..." stands for up to four words between, "$" at the end
     * of a line for the end of a sentence, <name> for a list of words given beside it. A phrase never crosses the end of a
     * sentence. The gaps are possessive and bounded and no other repetition is allowed, which keeps matching linear.
     */
    private static final String GAP = "(?: \\w++){0,4}? ";

    private final Pattern pattern;

    private Phrases(Pattern pattern) {
        this.pattern = pattern;
    }

    static Phrases of(String lines) {
        return of(lines, Map.of());
    }

    /** Phrases in which names in angle brackets stand for alternatives. */
    static Phrases of(String lines, Map<String, String> lists) {
        StringBuilder all = new StringBuilder();
        for (String line : lines.lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            String phrase = line.strip().replace(" ... ", GAP);
            for (Map.Entry<String, String> list : lists.entrySet()) {
                phrase = phrase.replace("<" + list.getKey() + ">", "(?:" + list.getValue() + ")");
            }
            if (phrase.endsWith("$")) {
                phrase = phrase.substring(0, phrase.length() - 1) + "(?= \\||$)";
            }
            all.append(all.isEmpty() ? "" : "|").append(phrase);
        }
        return new Phrases(Pattern.compile("\\b(?:" + all + ")\\b"));
    }

    /** Whether one of the phrases occurs. */
    boolean in(String folded) {
        return pattern.matcher(folded).find();
    }

    Matcher matcher(String folded) {
        return pattern.matcher(folded);
    }

    /** Folded words, with {@code |} between sentences; a line that only was broken goes on. */
    static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String sentence : Sentences.of(text.replaceAll("(?<=[^\\n.?!])\\n(?=[^\\n])", " "))) {
            String folded = TextNormalizer.fold(sentence);
            if (!folded.isEmpty()) {
                out.append(out.isEmpty() ? "" : " | ").append(folded);
            }
        }
        return out.toString();
    }
}
