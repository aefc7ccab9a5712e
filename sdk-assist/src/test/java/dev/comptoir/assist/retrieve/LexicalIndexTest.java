package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
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
        for (Language language : Language.values()) {
            LexicalIndex index = new LexicalIndex(entries, language, terms);
            for (int q = 0; q < 40; q++) {
                String question = text(random, 1 + random.nextInt(6));
                float[] scores = index.scores(index.read(question)).words();
                double[] naive = naive(entries, question, language, terms);
                for (int i = 0; i < naive.length; i++) {
                    assertThat((double) scores[i])
                            .as("seed %d, question %d, entry %d", seed, q, i)
                            .isCloseTo(naive[i], within(1e-4 * Math.max(1, naive[i])));
                }
            }
        }
    }

    @Test
    void aWordInTheQuestionWeighsMoreThanOneInTheAnswer() {
        LexicalIndex index = french(entry("a", "Parking ?", "Oui, gratuit."), entry("b", "Adresse ?", "Oui, parking."));

        float[] scores = index.scores(index.read("parking")).words();

        assertThat(scores[0]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isPositive();
    }

    @Test
    void theTitleIsTheSameWhereItsWordsAre() {
        LexicalIndex index = french(
                entry("a", "Où est le parking gratuit ?", "Ici."), entry("b", "Le parking est-il gardé ?", "Oui."));

        LexicalScores scores = index.scores(index.read("parking gratuit, où est-il ?"));

        assertThat(scores.title()[0]).isCloseTo(1, within(1e-6f));
        assertThat(scores.ofEntry()[0]).isCloseTo(1, within(1e-6f));
        assertThat(scores.title()[1]).isZero();
    }

    @Test
    void aVariantIsAsGoodAsTheQuestion() {
        Entry entry = new Entry(
                "a",
                "Quels sont vos horaires ?",
                List.of("Jusqu'à quelle heure le rideau reste-t-il levé ?", "When do you close?"),
                List.of(),
                "",
                "De 9 h à 19 h.",
                Language.FRENCH,
                ActionClass.INFORM,
                Validity.ALWAYS);
        List<Entry> entries = List.of(entry, entry("b", "Où est le parking ?", "Derrière."));
        LexicalIndex french = new LexicalIndex(entries, Language.FRENCH, new Terms());
        LexicalIndex english = new LexicalIndex(entries, Language.ENGLISH, new Terms());

        assertThat(french.scores(french.read("rideau levé ?")).words()[0]).isPositive();
        assertThat(english.scores(english.read("when do you close")).title()[0]).isCloseTo(1, within(1e-6f));
        assertThat(english.scores(english.read("parking")).words()[1]).isZero();
    }

    @Test
    void oneWrongLetterIsCorrectedWhereTheWordIsKnown() {
        LexicalIndex index = french(entry("a", "Comment annuler une commande ?", "Cliquez."));

        assertThat(index.read("comande").topics())
                .isEqualTo(index.read("commande").topics());
        assertThat(index.read("commnade").topics())
                .isEqualTo(index.read("commande").topics());
        // The first letter, two letters, a short word, a word that exists.
        assertThat(index.read("dommande").topics())
                .isNotEqualTo(index.read("commande").topics());
        assertThat(index.read("comende").topics())
                .isNotEqualTo(index.read("commande").topics());
    }

    @Test
    void aSynonymCountsLessThanTheWord() {
        LexicalIndex index =
                french(entry("a", "Où garer sa voiture ?", "Derrière."), entry("b", "Un parking ?", "Oui."));

        LexicalScores scores = index.scores(index.read("parking"));

        assertThat(scores.head()[1]).isCloseTo(1, within(1e-6f));
        assertThat(scores.head()[0]).isCloseTo(Shares.SYNONYM, within(1e-6f));
        assertThat(scores.synonyms()[0]).isPositive();
        assertThat(scores.words()[0]).isZero();
    }

    @Test
    void figuresAreTheSameHoweverTheyAreWritten() {
        assertThat(Atoms.of("à 14h, pour 5,90 euros")).isEqualTo(Atoms.of("à 14:00, pour 5,90 €"));
        assertThat(Atoms.of("at 2 pm, 10 percent off")).containsExactlyInAnyOrder("hour:14.00", "share:10");
        assertThat(Atoms.of("14 h 30")).containsExactly("hour:14.30");
        assertThat(Atoms.of("la référence AB-12-x")).containsExactly("code:ab12x");
        assertThat(Atoms.of("le 24/12/2026")).contains("day:24.12");
        assertThat(Atoms.of("rien")).isEmpty();
        assertThat(Atoms.of("1 ".repeat(1 << 19) + "€")).hasSizeLessThanOrEqualTo(50);
    }

    private static LexicalIndex french(Entry... entries) {
        return new LexicalIndex(List.of(entries), Language.FRENCH, new Terms());
    }

    private static Entry entry(String id, String question, String answer) {
        return new Entry(id, question, List.of(), "", answer, Language.FRENCH);
    }

    /** BM25F word for word, over all pairs of question and entry. */
    private static double[] naive(List<Entry> entries, String question, Language language, Terms terms) {
        double[] scores = new double[entries.size()];
        for (boolean grams : new boolean[] {false, true}) {
            List<Map<String, Double>> documents = new ArrayList<>();
            double total = 0;
            int n = 0;
            for (Entry entry : entries) {
                Map<String, Double> tf = new HashMap<>();
                add(tf, cut(terms, entry.question(), entry.language(), grams), 2);
                add(tf, cut(terms, String.join("\n", entry.keywords()), entry.language(), grams), 1.5);
                add(tf, cut(terms, entry.answer(), entry.language(), grams), 0.3);
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
                    Double tf = documents.get(i).get(term);
                    if (tf != null && entries.get(i).language() == language) {
                        double norm = 1.2 * (0.5 + 0.5 * sum(documents.get(i)) / (total / n));
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

    private static void add(Map<String, Double> tf, List<String> terms, double weight) {
        terms.forEach(term -> tf.merge(term, weight, Double::sum));
    }

    private static double sum(Map<String, Double> tf) {
        return tf.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String text(Random random, int words) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            text.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", text);
    }
}
