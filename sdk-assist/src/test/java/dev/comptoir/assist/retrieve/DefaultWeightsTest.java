package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.embed.BilingualEmbedder;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The default weights are those that the development set gives, and what they are worth on its other half. */
class DefaultWeightsTest {
    private static final double PENALTY = 1;
    private static final double TITLE = 3;
    private static final double CONFIDENCE_PENALTY = 1;

    /** One question with the features of all entries, and the score of the one that comes first. */
    private record Asked(ListwiseFit.@Nullable Choice choice, MatchScore first, boolean right) {}

    @Test
    void theDevelopmentSetIsReadWhole() {
        assertThat(DevelopmentSet.french().knowledge().entries()).hasSize(84);
        assertThat(DevelopmentSet.french().queries()).hasSize(266);
        assertThat(DevelopmentSet.french().answerable()).hasSize(192);
        assertThat(DevelopmentSet.english().knowledge().entries()).hasSize(42);
        assertThat(DevelopmentSet.english().queries()).hasSize(126);
        assertThat(DevelopmentSet.english().answerable()).hasSize(86);
        for (DevelopmentSet set : DevelopmentSet.both()) {
            assertThat(set.knowledge().report().rejections())
                    .allMatch(rejection -> rejection.file().equals("queries.csv"));
            assertThat(set.answerable())
                    .allMatch(query -> set.knowledge().find(query.entryId()).isPresent());
        }
    }

    @Test
    void weightsOfWords() {
        Set<Feature> words =
                EnumSet.of(Feature.WORDS, Feature.SYNONYMS, Feature.TITLE, Feature.HEAD_RARITY, Feature.WHOLE_RARITY);
        check(
                "words",
                null,
                words,
                DefaultWeights.WORDS,
                Confidence.weights(false),
                0.002,
                new Bars(0.5, 0.78, 0.8, 0.1));
    }

    @Test
    void weightsOfWordsAndMeaning() {
        Set<Feature> all = EnumSet.complementOf(EnumSet.of(Feature.HEAD, Feature.WHOLE));
        BilingualEmbedder model = BilingualEmbedder.load();
        // The defaults trust the embeddings less than this set does, for trades that these were not trained on.
        check(
                "both",
                model,
                all,
                DefaultWeights.TRUSTED,
                Confidence.weights(true),
                0.5,
                new Bars(0.6, 0.85, 0.74, 0.1));
    }

    @Test
    void weightsOfMeaning() {
        Set<Feature> meanings = EnumSet.of(Feature.QUESTION_MEANING, Feature.HEADLINE_MEANING, Feature.ANSWER_MEANING);
        BilingualEmbedder model = BilingualEmbedder.load();
        check(
                "meaning",
                model,
                meanings,
                DefaultWeights.MEANING,
                Confidence.weights(true),
                0.3,
                new Bars(0.5, 0.8, 0.74, 0.1));
    }

    /** No questions in one language to entries in the other are at hand: meaning alone, in one language, stands for them. */
    @Test
    void confidenceAcrossLanguages() {
        List<Asked> asked = new ArrayList<>();
        for (DevelopmentSet set : DevelopmentSet.both()) {
            List<Entry> entries = set.knowledge().entries();
            for (int size : List.of(entries.size(), 20, 8)) {
                Knowledge some = Knowledge.of(entries.subList(entries.size() - size, entries.size()));
                addByMeaning(asked, set, some);
            }
        }
        double[] fitted = fitConfidence(asked);
        double[] across = Confidence.weightsAcross();
        assertThat(new double[] {across[0], across[1], across[4]})
                .as(text(fitted))
                .containsExactly(new double[] {fitted[0], fitted[1], fitted[4]}, within(0.7));
    }

    private static void addByMeaning(List<Asked> asked, DevelopmentSet set, Knowledge knowledge) {
        HybridRetriever.Builder builder =
                HybridRetriever.builder(knowledge).embeddings(BilingualEmbedder.load(), EnumSet.allOf(Language.class));
        int unanswered = 0;
        try (HybridRetriever retriever = builder.build()) {
            for (LabelledQuery query : set.queries()) {
                boolean answered = knowledge.find(query.entryId()).isPresent();
                // Of the many that a small knowledge does not answer, each third.
                if (answered || unanswered++ % 3 == 0) {
                    Match first = retriever
                            .search(query.question(), query.language(), Ranking.DENSE, 1)
                            .get(0);
                    boolean right = first.entry().id().equals(query.entryId());
                    asked.add(new Asked(null, withoutWords(first.score()), right));
                }
            }
        }
    }

    private static MatchScore withoutWords(MatchScore score) {
        Map<Feature, Double> features = new EnumMap<>(score.features());
        features.put(Feature.HEAD, 0.0);
        features.put(Feature.WHOLE, 0.0);
        return new MatchScore(
                score.fused(),
                features,
                score.weights(),
                score.lead(),
                score.lexical(),
                score.lexicalRank(),
                score.dense(),
                score.denseRank(),
                score.denseTrusted(),
                true,
                score.entryCoverage(),
                score.reranked());
    }

    /** What must be exceeded on the half that was not fitted on, and the calibration error that must not. */
    private record Bars(double hit1, double hit5, double auroc, double ece) {}

    private static void check(
            String name,
            @Nullable EmbeddingModel model,
            Set<Feature> features,
            FusionWeights weights,
            double[] confidence,
            double tolerance,
            Bars bars) {
        List<Asked> asked = new ArrayList<>();
        for (DevelopmentSet set : DevelopmentSet.both()) {
            HybridRetriever.Builder builder = HybridRetriever.builder(set.knowledge());
            if (model != null) {
                builder.embeddings(model, EnumSet.allOf(Language.class));
            }
            try (HybridRetriever retriever = builder.build()) {
                for (LabelledQuery query : set.queries()) {
                    asked.add(ask(retriever, query, features));
                }
            }
        }
        double[] fitted = fit(asked);
        double[] logistic = fitConfidence(asked);
        Figures figures = heldOut(asked);
        String report = String.format(
                Locale.ROOT, "%s: weights %s, confidence %s, held out %s", name, text(fitted), text(logistic), figures);
        assertThat(joined(FusionFit.array(weights))).as(report).containsExactly(joined(fitted), within(tolerance));
        assertThat(confidence).as(report).containsExactly(logistic, within(tolerance));
        assertThat(figures.hit1).as(report).isGreaterThan(bars.hit1);
        assertThat(figures.hit5).as(report).isGreaterThan(bars.hit5);
        assertThat(figures.auroc).as(report).isGreaterThan(bars.auroc);
        assertThat(figures.ece).as(report).isLessThan(bars.ece);
        System.getLogger(DefaultWeightsTest.class.getName()).log(System.Logger.Level.INFO, report);
    }

    /** An entry without keywords has two equal features: what counts of their weights is the sum. */
    private static double[] joined(double[] weights) {
        double[] joined = weights.clone();
        joined[Feature.HEADLINE_MEANING.place()] += joined[Feature.QUESTION_MEANING.place()];
        joined[Feature.QUESTION_MEANING.place()] = 0;
        return joined;
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    private static String text(double[] weights) {
        return Arrays.toString(Arrays.stream(weights)
                .map(weight -> Math.round(weight * 1_000) / 1_000.0)
                .toArray());
    }

    private static Asked ask(HybridRetriever retriever, LabelledQuery query, Set<Feature> features) {
        Fusion fusion = retriever.fuse(query.question(), query.language(), Set.of(query.language()), Ranking.FUSED);
        Match first = retriever.search(query.question(), query.language(), 1).stream()
                .findFirst()
                .orElse(null);
        ListwiseFit.Choice choice = fusion.choice(query.entryId(), 1_000)
                .map(all -> only(all, features))
                .orElse(null);
        MatchScore score = first == null ? fusion.score(0) : first.score();
        return new Asked(choice, score, first != null && first.entry().id().equals(query.entryId()));
    }

    private static ListwiseFit.Choice only(ListwiseFit.Choice all, Set<Feature> features) {
        List<double[]> rows = all.candidates().stream()
                .map(row -> {
                    double[] some = new double[row.length];
                    features.forEach(feature -> some[feature.place()] = row[feature.place()]);
                    return some;
                })
                .toList();
        return new ListwiseFit.Choice(rows, all.right());
    }

    private static double[] fit(List<Asked> asked) {
        return ListwiseFit.fit(choices(asked), prior(asked), PENALTY);
    }

    /** Nobody asked in the entries' own words here; that those should win is no question for data. */
    private static double[] prior(List<Asked> asked) {
        double[] prior = new double[Feature.values().length];
        boolean titles = choices(asked).stream()
                .anyMatch(choice -> choice.candidates().stream().anyMatch(row -> row[Feature.TITLE.place()] > 0));
        prior[Feature.TITLE.place()] = titles ? TITLE : 0;
        return prior;
    }

    private static List<ListwiseFit.Choice> choices(List<Asked> asked) {
        List<ListwiseFit.Choice> choices = new ArrayList<>();
        for (Asked one : asked) {
            ListwiseFit.Choice choice = one.choice();
            if (choice != null) {
                choices.add(choice);
            }
        }
        return choices;
    }

    /** Logistic regression is the choice between the inputs and nothing. */
    private static double[] fitConfidence(List<Asked> asked) {
        List<ListwiseFit.Choice> choices = asked.stream()
                .map(one -> {
                    double[] inputs = Confidence.inputs(one.first());
                    return new ListwiseFit.Choice(List.of(inputs, new double[inputs.length]), one.right() ? 0 : 1);
                })
                .toList();
        return ListwiseFit.fit(choices, new double[Confidence.weights(false).length], CONFIDENCE_PENALTY);
    }

    private record Figures(double hit1, double hit5, double auroc, double ece) {}

    /** Each half by what the other half gives. */
    private static Figures heldOut(List<Asked> asked) {
        double hit1 = 0;
        double hit5 = 0;
        List<double[]> judged = new ArrayList<>();
        int answerable = choices(asked).size();
        for (int half = 0; half < 2; half++) {
            int inside = half;
            List<Asked> held = every(asked, inside);
            List<Asked> rest = every(asked, 1 - inside);
            double[] weights = fit(rest);
            double[] logistic = fitConfidence(rest);
            for (ListwiseFit.Choice choice : choices(held)) {
                int rank = rank(choice, weights);
                hit1 += rank == 1 ? 1.0 / answerable : 0;
                hit5 += rank <= 5 ? 1.0 / answerable : 0;
            }
            held.forEach(one -> judged.add(new double[] {
                1 / (1 + Math.exp(-dot(Confidence.inputs(one.first()), logistic))), one.right() ? 1 : 0
            }));
        }
        return new Figures(hit1, hit5, auroc(judged), ece(judged));
    }

    private static List<Asked> every(List<Asked> asked, int half) {
        return IntStream.range(0, asked.size())
                .filter(i -> i % 2 == half)
                .mapToObj(asked::get)
                .toList();
    }

    private static int rank(ListwiseFit.Choice choice, double[] weights) {
        double right = dot(choice.candidates().get(choice.right()), weights);
        return 1
                + (int) IntStream.range(0, choice.candidates().size())
                        .filter(c ->
                                c != choice.right() && dot(choice.candidates().get(c), weights) >= right)
                        .count();
    }

    /** The chance that a right one has a higher confidence than a wrong one. */
    private static double auroc(List<double[]> judged) {
        double wins = 0;
        double pairs = 0;
        for (double[] right : judged) {
            for (double[] wrong : judged) {
                if (right[1] == 1 && wrong[1] == 0) {
                    pairs++;
                    wins += right[0] > wrong[0] ? 1 : right[0] == wrong[0] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    /** Expected calibration error over ten bins of equal mass. */
    private static double ece(List<double[]> judged) {
        List<double[]> sorted =
                judged.stream().sorted((a, b) -> Double.compare(a[0], b[0])).toList();
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            List<double[]> some = sorted.subList(bin * sorted.size() / 10, (bin + 1) * sorted.size() / 10);
            double said = some.stream().mapToDouble(one -> one[0]).sum();
            double seen = some.stream().mapToDouble(one -> one[1]).sum();
            error += Math.abs(said - seen) / sorted.size();
        }
        return error;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
