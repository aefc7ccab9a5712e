package dev.comptoir.recommend.model.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Contribution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EaseAlgorithmTest {
    private static final long DAY = 86_400_000;
    // Rows {0, 1}, {0}, {1}: G = [2 1; 1 2].
    private static final Histories TWO = Histories.builder(2)
            .basket(0, 0, 1)
            .endUser()
            .basket(0, 0)
            .endUser()
            .basket(0, 1)
            .endAnonymous()
            .build();

    @Test
    void dropoutOfAThirdAddsHalfTheDiagonal() {
        // A = G + I + .5 diag(G) = [4 1; 1 4], P = [4 -1; -1 4] / 15, B = 1/4.
        EaseScorer scorer = EaseAlgorithm.of(1).withDropout(1 / 3.0).train(Dataset.of(TWO), Tiles.sequential());

        assertThat(scorer.model().weight(0, 1)).isCloseTo(.25, within(1e-7));
        assertThat(scores(scorer, History.of(0, new long[] {0}, new int[][] {{0}})))
                .containsExactly(new float[] {0, .25f}, within(1e-6f));
    }

    @Test
    void dampingDividesByThePowerOfTheCount() {
        EaseScorer scorer = EaseAlgorithm.of(1).withDamping(.5).train(Dataset.of(TWO), Tiles.sequential());

        assertThat(scores(scorer, History.of(0, new long[] {0}, new int[][] {{0}}))[1])
                .isCloseTo((float) (1 / 3.0 / Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void aPurchaseTwoHalfLivesOlderThanTheNewestCountsAQuarter() {
        EaseAlgorithm plain = EaseAlgorithm.of(1);
        Dataset data = Dataset.of(Histories.builder(3)
                .basket(0, 0, 2)
                .endUser()
                .basket(0, 1, 2)
                .endUser()
                .build());
        // Long ago, and asked about long after: only the distance to the newest basket counts.
        History history = History.of(1000 * DAY, new long[] {DAY, 15 * DAY}, new int[][] {{0}, {1}});

        EaseScorer aged = plain.withRecency(new Recency(7, 1)).train(data, Tiles.sequential());

        Ease model = aged.model();
        assertThat(scores(aged, history)[2])
                .isCloseTo((float) (.25 * model.weight(0, 2) + model.weight(1, 2)), within(1e-6f));
    }

    @Test
    void withoutTimesBasketsAreCounted() {
        Recency recency = new Recency(7, 2);
        History history = History.of(0, new long[] {0, 0, 0}, new int[][] {{0}, {1}, {2, 9}});
        float[] weights = new float[4];

        assertThat(recency.weigh(history, 5, new int[4], weights)).isEqualTo(3);
        assertThat(weights).containsExactly(new float[] {.5f, (float) Math.sqrt(.5), 1, 0}, within(1e-6f));
        assertThat(new Recency(Double.POSITIVE_INFINITY, 2)
                        .weigh(History.of(0, new long[] {0, DAY}, new int[][] {{0}, {1}}), 5, new int[2], weights))
                .isEqualTo(2);
        assertThat(weights[0]).isCloseTo((float) Math.sqrt(.5), within(1e-6f));
        assertThat(Recency.NONE.weigh(history, 5, new int[4], weights)).isEqualTo(3);
        assertThat(weights[0]).isEqualTo(1);
    }

    @Test
    void whatNobodyHasYetIsScoredByCategoryAndTitle() {
        Histories histories = Histories.builder(5)
                .basket(0, 0, 1)
                .endUser()
                .basket(0, 2)
                .endUser()
                .build();
        ItemFeatures features = ItemFeatures.of(
                Arrays.asList("pain au levain", "pain complet", "savon", "pain au seigle", null),
                Arrays.asList("pain", "pain", "hygiène", "pain", null));
        History history = History.of(0, new long[] {0}, new int[][] {{0}});

        EaseScorer with =
                EaseAlgorithm.of(1).withContent(1).train(new Dataset(histories, features), Tiles.sequential());
        EaseScorer without = EaseAlgorithm.of(1).train(new Dataset(histories, features), Tiles.sequential());

        float[] scores = scores(with, history);
        assertThat(scores[3]).isPositive().isGreaterThan(scores[2]);
        assertThat(scores[4]).isZero();
        assertThat(with.explain(history, 3))
                .extracting(Contribution::kind)
                .containsExactly(Contribution.Kind.SIMILAR_TEXT);
        assertThat(with.explain(history, 1))
                .extracting(Contribution::kind)
                .containsExactly(Contribution.Kind.BOUGHT_TOGETHER);
        assertThat(scores(without, history)[3]).isZero();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        EaseAlgorithm ease = EaseAlgorithm.of(1);
        for (double value : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EaseAlgorithm.of(value))
                    .withMessageContaining("" + value);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ease.withDropout(value))
                    .withMessageContaining("" + value);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ease.withContent(value))
                    .withMessageContaining("" + value);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ease.withDamping(value))
                    .withMessageContaining("" + value);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ease.withDropout(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recency(0, 1)).withMessageContaining("days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recency(1, Double.NaN))
                .withMessageContaining("baskets");
    }

    @Test
    void memoryIsEstimatedBeforeTraining() {
        assertThat(Ease.estimateBytes(10_000)).isBetween(400_000_000L, 420_000_000L);
        assertThat(EaseAlgorithm.of(1)
                        .estimateBytes(Dataset.of(Histories.builder(10_000).build())))
                .isBetween(400_000_000L, 420_000_000L);
    }

    private static float[] scores(EaseScorer scorer, History history) {
        float[] scores = new float[scorer.items()];
        scorer.score(history, scores);
        return scores;
    }
}
