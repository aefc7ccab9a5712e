package dev.comptoir.assist.understand;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How probable words are in one language, learnt from a page of text. Immutable after training. */
final class LanguageModel {
    /*
     * P(word) = L * count(word) / words + (1 - L) * product over its characters, with an end mark, of P(c | the two before it);
     * P(c | ab) = (count(abc) + K * P(c | b)) / (count(ab) + K), P(c | b) likewise over P(c), P(c) with one added (Jelinek and
     * Mercer's interpolation with Dirichlet weights). Text is learnt with and without accents, since customers type both.
     */
    private static final double WHOLE_WORD = 0.4;
    private static final double PRIOR = 3;
    private static final int ALPHABET = 64;
    private static final int LONGEST_WORD = 40;

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> grams = new HashMap<>();
    private final int[] totals = new int[2];

    private LanguageModel() {}

    static LanguageModel of(String text) {
        LanguageModel model = new LanguageModel();
        String clean = TextNormalizer.clean(text).toLowerCase(Locale.ROOT);
        for (String word : words(clean)) {
            model.learn(word);
        }
        for (String word : words(TextNormalizer.fold(clean))) {
            model.learn(word);
        }
        return model;
    }

    /** The words of a cleaned text: runs of letters in lower case. */
    static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]++", " ")
                .strip()
                .split(" ", -1);
    }

    /** The natural logarithm of the probability of a word of letters in lower case. */
    double logProbability(String word) {
        double characters = 0;
        String marked = "^^" + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word) + "$";
        for (int i = 2; i < marked.length(); i++) {
            characters += Math.log(probability(marked, i));
        }
        double whole = (double) words.getOrDefault(word, 0) / totals[0];
        return whole == 0
                ? Math.log(1 - WHOLE_WORD) + characters
                : Math.log(WHOLE_WORD * whole + (1 - WHOLE_WORD) * Math.exp(characters));
    }

    /** The same from characters alone, without those before them: what a word of no known language is as probable as. */
    double logProbabilityOfLetters(String word) {
        double sum = 0;
        for (int i = 0; i < Math.min(word.length(), LONGEST_WORD); i++) {
            sum += Math.log(single(word.substring(i, i + 1)));
        }
        return sum + Math.log(single("$"));
    }

    private double probability(String marked, int i) {
        String c = marked.substring(i, i + 1);
        String one = marked.substring(i - 1, i);
        String two = marked.substring(i - 2, i);
        double second = (count(one + c) + PRIOR * single(c)) / (count(one) + PRIOR);
        return (count(two + c) + PRIOR * second) / (count(two) + PRIOR);
    }

    private double single(String c) {
        return (count(c) + 1.0) / (totals[1] + ALPHABET);
    }

    private int count(String gram) {
        return grams.getOrDefault(gram, 0);
    }

    private void learn(String word) {
        words.merge(word, 1, Integer::sum);
        totals[0]++;
        String marked = "^^" + word + "$";
        grams.merge("^", 1, Integer::sum);
        grams.merge("^^", 1, Integer::sum);
        for (int i = 2; i < marked.length(); i++) {
            grams.merge(marked.substring(i, i + 1), 1, Integer::sum);
            grams.merge(marked.substring(i - 1, i + 1), 1, Integer::sum);
            grams.merge(marked.substring(i - 2, i + 1), 1, Integer::sum);
            totals[1]++;
        }
    }
}
