package dev.comptoir.assist.understand;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was understood of a message. Immutable.
 *
 * @param body the newest words of the customer, cleaned: without markup, quoted mail, signature and closing
 * @param language the language of the body, where it could be told
 * @param questions the body cut into units with one question each, with the statements that lead to it, without greetings,
 *     thanks and polite frames; one unit where it asks at most one; empty where the body has no words
 * @param languages for each question its language, or else the body's
 * @param signals what calls for a human
 * @param urgency how soon it needs a person's eye
 * @param sentiment how the customer feels
 */
public record Understanding(
        String body,
        Optional<Language> language,
        List<String> questions,
        List<Optional<Language>> languages,
        Set<Signal> signals,
        Urgency urgency,
        Sentiment sentiment) {
    /** Beyond so many characters of its own a message is no question; its body is then left whole. */
    public static final int LONG = 20_000;

    public Understanding {
        questions = List.copyOf(questions);
        languages = List.copyOf(languages);
        signals = signals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signals));
        if (questions.size() != languages.size()) {
            throw new IllegalArgumentException(
                    "There are " + questions.size() + " questions, but " + languages.size() + " languages of them.");
        }
    }

    /** Reads a message. Linear in its length. */
    public static Understanding of(String text) {
        String plain = TextNormalizer.clean(Mojibake.repair(HtmlText.strip(text)));
        String newest = QuotedMail.strip(plain);
        if (newest.length() > LONG) {
            // Handed over for its length, whatever it says: the rest need not be read.
            return read(newest, newest.substring(0, LONG), List.of(newest));
        }
        String body = Signature.strip(newest);
        // A request under the closing formula ("PS: call me back") must not be lost with the signature.
        return read(body, Signature.withoutDisclaimers(newest), Questions.of(body));
    }

    /** Whether nothing is left to answer: no letter, no digit. */
    public boolean isBlank() {
        return questions.isEmpty();
    }

    /** The last sentence of a unit that asks; empty where none ends in a question mark. */
    public static Optional<String> lastQuestion(String unit) {
        List<String> sentences = Sentences.of(unit);
        for (int i = sentences.size() - 1; i >= 0; i--) {
            if (sentences.get(i).endsWith("?") && TextNormalizer.hasWords(sentences.get(i))) {
                return Optional.of(sentences.get(i));
            }
        }
        return Optional.empty();
    }

    private static Understanding read(String body, String own, List<String> units) {
        List<String> questions = TextNormalizer.hasWords(body) ? units : List.of();
        Optional<Language> language = LanguageDetector.detect(body);
        List<Optional<Language>> languages = questions.stream()
                .map(question -> questions.size() == 1
                        ? language
                        : LanguageDetector.detect(question).or(() -> language))
                .toList();
        return new Understanding(
                body, language, questions, languages, HandoffSignals.in(own), Urgency.of(own), Sentiment.of(own));
    }
}
