package dev.comptoir.assist.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells French and English from each other and from other languages, from a word or two on. Pure, linear in the length of the
 * text; at most the first 4,000 characters are read. Thread-safe.
 */
public final class LanguageDetector {
    /*
     * Bayes over words and character trigrams (Dunning, Statistical Identification of Language, 1994) with a model each of
     * French, English and fifteen languages that share their letters, learnt at the first use from pages of ours. One more, of
     * letters without order, stands for everything else: names, codes, typing at random. The words of a text vote; one word's
     * vote is bounded, so that no brand name decides. Text in other scripts is neither.
     */
    private static final List<Language> OURS = List.of(Language.FRENCH, Language.ENGLISH);
    private static final int MAX_CHARACTERS = 4_000;
    private static final double BOUND = 6;
    private static final double LEAD = 1.5;
    /** What a word of no language gains over one of known letters in order; found on the words of the pages themselves. */
    private static final double UNKNOWN = 0.5;

    private LanguageDetector() {}

    /** The language, or empty where it is neither or unclear: a single brand name, another language. */
    public static Optional<Language> detect(String text) {
        String start = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        String clean = TextNormalizer.clean(start);
        if (!isMostlyLatin(clean)) {
            return Optional.empty();
        }
        List<LanguageModel> models = Models.ALL;
        double[] votes = new double[models.size() + 1];
        for (String word : LanguageModel.words(clean)) {
            if (!word.isEmpty()) {
                vote(word, models, votes);
            }
        }
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < votes.length; i++) {
            second = i == best ? second : Math.max(second, votes[i]);
        }
        return best < OURS.size() && votes[best] - second >= LEAD ? Optional.of(OURS.get(best)) : Optional.empty();
    }

    private static void vote(String word, List<LanguageModel> models, double[] votes) {
        double[] scores = new double[votes.length];
        double most = Double.NEGATIVE_INFINITY;
        double letters = 0;
        for (int i = 0; i < models.size(); i++) {
            scores[i] = models.get(i).logProbability(word);
            most = Math.max(most, scores[i]);
            letters += models.get(i).logProbabilityOfLetters(word) / models.size();
        }
        scores[models.size()] = letters + UNKNOWN;
        most = Math.max(most, scores[models.size()]);
        for (int i = 0; i < votes.length; i++) {
            votes[i] += Math.max(scores[i] - most, -BOUND);
        }
    }

    private static boolean isMostlyLatin(String text) {
        int latin = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
            }
        }
        return latin > 0 && 2 * latin > letters;
    }

    /** Learnt when first asked for, some hundredths of a second. */
    private static final class Models {
        static final List<LanguageModel> ALL = load();

        private static List<LanguageModel> load() {
            List<LanguageModel> models = new ArrayList<>();
            for (Language language : OURS) {
                models.add(LanguageModel.of(page(language.code())));
            }
            for (String code : List.of("de", "es", "it", "pt", "nl")) {
                models.add(LanguageModel.of(page(code)));
            }
            for (String line : page("other").lines().toList()) {
                models.add(LanguageModel.of(line.substring(line.indexOf(':') + 1)));
            }
            return List.copyOf(models);
        }

        private static String page(String code) {
            String name = "languages/" + code + ".txt";
            try (InputStream in = Objects.requireNonNull(LanguageDetector.class.getResourceAsStream(name), name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The page of a language is not in the jar: " + name, e);
            }
        }
    }
}
