package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was understood of a message. Immutable.
 *
 * @param body the newest words of the customer, cleaned: without markup, quoted mail, signature and closing
 * @param language the language of the body, where it could be told
 * @param questions the body cut into units with one question each; the whole body where it asks at most one; empty where the
 *     body has no words
 * @param signals what calls for a human
 */
public record Understanding(String body, Optional<Language> language, List<String> questions, Set<Signal> signals) {
    /** Beyond so many characters of its own a message is no question; its body is then left whole. */
    public static final int LONG = 20_000;

    public Understanding {
        questions = List.copyOf(questions);
        signals = Set.copyOf(signals);
    }

    /** Reads a message. Linear in its length. */
    public static Understanding of(String text) {
        String plain = TextNormalizer.clean(Mojibake.repair(HtmlText.strip(text)));
        String newest = QuotedMail.strip(plain);
        if (newest.length() > LONG) {
            // Handed over for its length, whatever it says: the rest need not be read.
            return new Understanding(
                    newest,
                    LanguageDetector.detect(newest),
                    TextNormalizer.hasWords(newest) ? List.of(newest) : List.of(),
                    HandoffSignals.in(newest.substring(0, LONG)));
        }
        String body = Signature.strip(newest);
        // A request under the closing formula ("PS: call me back") must not be lost with the signature.
        Set<Signal> signals = HandoffSignals.in(Signature.withoutDisclaimers(newest));
        return new Understanding(body, LanguageDetector.detect(body), questions(body), signals);
    }

    /** Whether nothing is left to answer: no letter, no digit. */
    public boolean isBlank() {
        return questions.isEmpty();
    }

    /** The last sentence of a unit that asks; empty where none ends in a question mark. */
    public static Optional<String> lastQuestion(String unit) {
        List<String> sentences = Sentences.of(unit);
        for (int i = sentences.size() - 1; i >= 0; i--) {
            if (isQuestion(sentences.get(i))) {
                return Optional.of(sentences.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isQuestion(String sentence) {
        return sentence.endsWith("?") && TextNormalizer.hasWords(sentence);
    }

    private static List<String> questions(String body) {
        if (!TextNormalizer.hasWords(body)) {
            return List.of();
        }
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        for (String sentence : Sentences.of(body)) {
            unit.append(unit.isEmpty() ? "" : " ").append(sentence);
            if (isQuestion(sentence)) {
                units.add(unit.toString());
                unit.setLength(0);
            }
        }
        if (units.size() <= 1) {
            return List.of(body);
        }
        if (TextNormalizer.hasWords(unit.toString())) {
            units.set(units.size() - 1, units.get(units.size() - 1) + " " + unit);
        }
        return units;
    }
}
