package dev.comptoir.recommend.model.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ModelException;
import dev.comptoir.rank.CandidateRanker;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Contribution.Kind;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.content.ContentAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ImportedAlgorithmTest {
    private static final long DAY = 86_400_000L;
    private static final List<Algorithm> SOURCES = List.of(ContentAlgorithm.of());

    private static Dataset data() {
        Histories histories = Histories.builder(4)
                .basket(0, 0, 1)
                .basket(DAY, 0)
                .endUser()
                .basket(0, 0)
                .endUser()
                .basket(0, 3)
                .endAnonymous()
                .build();
        ItemFeatures features = ItemFeatures.of(
                        Arrays.asList(null, null, null, null), Arrays.asList("pains", "pains", "vins", null))
                .withPrices(new float[] {1.2f, Float.NaN, 9, 3});
        return new Dataset(histories, features);
    }

    /** Item 0 twice, last 2.5 days ago; item 3 once, 5 days ago. */
    private static History history() {
        return History.of(10 * DAY, new long[] {5 * DAY, 15 * DAY / 2}, new int[][] {{0, 3}, {0}});
    }

    @Test
    void everyFeatureIsWhatItsNameSays() {
        List<String> names = ImportedAlgorithm.features(SOURCES);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "user_baskets",
                        "user_items",
                        "user_days",
                        "user_item_count",
                        "user_item_days",
                        "popularity",
                        "item_buyers",
                        "price",
                        "score_content");
        float[] content = new float[4];
        ContentAlgorithm.of().train(data(), Tiles.sequential()).score(history(), content);
        Map<String, float[]> expected = Map.of(
                "user_baskets", new float[] {2, 2, 2, 2},
                "user_items", new float[] {2, 2, 2, 2},
                "user_days", new float[] {2.5f, 2.5f, 2.5f, 2.5f},
                "user_item_count", new float[] {2, 0, 0, 1},
                "user_item_days", new float[] {2.5f, -1, -1, 5},
                "popularity", new float[] {1, 0.5f, 0, 0.5f},
                "item_buyers", new float[] {2, 1, 0, 1},
                "price", new float[] {1.2f, -1, 9, 3},
                "score_content", content);
        for (String name : names) {
            Scorer scorer = ImportedAlgorithm.of(new LinearRanker(Map.of(name, 1f)), SOURCES)
                    .train(data(), Tiles.sequential());
            float[] scores = new float[4];
            scorer.score(history(), scores);
            for (int item = 0; item < 4; item++) {
                assertThat(scores[item] - 0.25f)
                        .as(name + " of item " + item)
                        .isCloseTo(expected.get(name)[item], within(1e-6f));
            }
        }
    }

    @Test
    void theScoreIsTakenApartByWhatItRestsOn() {
        Scorer scorer = ImportedAlgorithm.of(
                        new LinearRanker(Map.of("score_content", 2f, "user_item_count", 3f, "popularity", 0.5f)),
                        SOURCES)
                .train(data(), Tiles.sequential());

        List<Contribution> own = scorer.explain(history(), 3);
        assertThat(own)
                .extracting(Contribution::kind, Contribution::value)
                .containsExactly(tuple(Kind.RANKER, 0.25), tuple(Kind.OWN_PURCHASES, 3.0), tuple(Kind.POPULAR, 0.25));
        assertThat(scorer.explain(history(), 1))
                .extracting(Contribution::kind)
                .containsExactly(Kind.RANKER, Kind.CATEGORY, Kind.POPULAR);
    }

    @Test
    void aRankerThatBreaksItsContractBreaksNobody() {
        Scorer scorer = trained(row -> row[0] == 0 ? Double.NaN : row[0]);
        float[] scores = new float[4];
        scorer.score(history(), scores);
        assertThat(scores).containsExactly(2, 1, 1, 1);
        assertThat(scorer.explain(history(), 2)).containsExactly(Contribution.of(Kind.RANKER, 1));

        trained(row -> Double.POSITIVE_INFINITY).score(history(), scores);
        assertThat(scores).containsOnly(0);
    }

    private static Scorer trained(ToDoubleFunction<float[]> score) {
        CandidateRanker ranker = new CandidateRanker() {
            @Override
            public List<String> featureNames() {
                return List.of("item_buyers");
            }

            @Override
            public float[] score(float[][] features) {
                float[] scores = new float[features.length];
                for (int row = 0; row < scores.length; row++) {
                    scores[row] = (float) score.applyAsDouble(features[row]);
                }
                return scores;
            }

            @Override
            public void close() {}
        };
        return ImportedAlgorithm.of(ranker, List.of()).train(data(), Tiles.sequential());
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsName() {
        assertThatThrownBy(() -> ImportedAlgorithm.of(new LinearRanker(Map.of("score_ease", 1f)), SOURCES))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("\"score_ease\"")
                .hasMessageContaining("score_content");
        List<Algorithm> twice = new ArrayList<>(SOURCES);
        twice.add(ContentAlgorithm.of().withHalfLife(7));
        assertThatThrownBy(() -> ImportedAlgorithm.of(new LinearRanker(Map.of("price", 1f)), twice))
                .hasMessageContaining("same name");

        LinearRanker ranker = new LinearRanker(Map.of("price", 1f));
        Scorer scorer = ImportedAlgorithm.of(ranker, SOURCES).train(data(), Tiles.sequential());
        ranker.close();
        assertThatThrownBy(() -> scorer.score(history(), new float[4])).isInstanceOf(ClosedException.class);
    }
}
