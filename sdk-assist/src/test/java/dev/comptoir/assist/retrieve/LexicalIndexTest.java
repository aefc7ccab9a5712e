package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;

class LexicalIndexTest {
    private static final List<String> WORDS = List.of(
            "pain",
            "gâteaux",
            "livraison",
            "livrer",
            "ouvert",
            "lundi",
            "prix",
            "commande",
            "commander",
            "carte",
            "bancaire",
            "sans",
            "gluten",
            "anniversaire",
            "horaires",
            "boutique");

    @Test
    void scoresAreThoseOfTheFormula() {
        long seed = 20250301;
        Random random = new Random(seed);
        Terms terms = new Terms();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Language language = i % 5 == 0 ? Language.ENGLISH : Language.FRENCH;
            entries.add(new Entry(
                    "e" + i,
                    text(random, 4),
                    List.of(text(random, 2), text(random, 1)),
                    "",
                    text(random, 30),
                    language));
        }
        try (LexicalIndex index = new LexicalIndex(entries, terms)) {
            for (int q = 0; q < 40; q++) {
                String question = text(random, 1 + random.nextInt(6));
                for (Language language : Language.values()) {
                    float[] scores = index.scores(question, language);
                    double[] naive = naive(entries, question, language, terms);
                    for (int i = 0; i < naive.length; i++) {
                        assertThat((double) scores[i])
                                .as("seed %d, question %d, entry %d", seed, q, i)
                                .isCloseTo(naive[i], within(1e-4 * Math.max(1, naive[i])));
                    }
                }
            }
        }
    }

    @Test
    void aWordInTheQuestionWeighsMoreThanOneInTheAnswer() {
        Terms terms = new Terms();
        List<Entry> entries = List.of(
                new Entry("a", "Parking ?", List.of(), "", "Oui, gratuit.", Language.FRENCH),
                new Entry("b", "Adresse ?", List.of(), "", "Oui, parking.", Language.FRENCH));
        try (LexicalIndex index = new LexicalIndex(entries, terms)) {
            float[] scores = index.scores("parking", Language.FRENCH);

            assertThat(scores[0]).isGreaterThan(scores[1]);
            assertThat(scores[1]).isPositive();
        }
    }

    /** BM25F word for word, over all pairs of question and entry. */
    private static double[] naive(List<Entry> entries, String question, Language language, Terms terms) {
        double[] scores = new double[entries.size()];
        for (boolean grams : new boolean[] {false, true}) {
            List<Map<String, Integer>> documents = new ArrayList<>();
            double total = 0;
            int n = 0;
            for (Entry entry : entries) {
                Map<String, Integer> tf = new HashMap<>();
                add(tf, cut(terms, entry.question(), entry.language(), grams), 20);
                add(tf, cut(terms, String.join("\n", entry.keywords()), entry.language(), grams), 15);
                add(tf, cut(terms, entry.answer(), entry.language(), grams), 3);
                documents.add(tf);
                if (entry.language() == language) {
                    n++;
                    total += sum(tf);
                }
            }
            for (String term : new TreeSet<>(cut(terms, question, language, grams))) {
                int df = 0;
                for (int i = 0; i < entries.size(); i++) {
                    df += entries.get(i).language() == language
                                    && documents.get(i).containsKey(term)
                            ? 1
                            : 0;
                }
                double idf = Math.log(1 + (n - df + 0.5) / (df + 0.5));
                for (int i = 0; i < entries.size(); i++) {
                    Integer tf = documents.get(i).get(term);
                    if (tf != null && entries.get(i).language() == language) {
                        // Lucene keeps lengths in one byte.
                        int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(sum(documents.get(i))));
                        double norm = 12 * (0.5 + 0.5 * length / (total / n));
                        scores[i] += (grams ? 0.5 : 1) * idf * tf / (tf + norm);
                    }
                }
            }
        }
        return scores;
    }

    private static List<String> cut(Terms terms, String text, Language language, boolean grams) {
        return grams ? terms.grams(text, language) : terms.stems(text, language);
    }

    private static void add(Map<String, Integer> tf, List<String> terms, int weight) {
        terms.forEach(term -> tf.merge(term, weight, Integer::sum));
    }

    private static int sum(Map<String, Integer> tf) {
        return tf.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String text(Random random, int words) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            text.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", text);
    }
}
