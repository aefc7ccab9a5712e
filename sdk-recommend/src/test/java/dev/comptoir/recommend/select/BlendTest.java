package dev.comptoir.recommend.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.ScorerContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlendTest extends ScorerContract {
    private static final Portfolio PORTFOLIO = Portfolio.standard();

    @Override
    protected Algorithm algorithm() {
        return Blend.of(List.of(
                new Component(PORTFOLIO.named("up-cf", Map.of("neighbors", 10.0)), 1, Scale.MAXIMUM),
                new Component(PORTFOLIO.named("item-knn", Map.of()), 0.5, Scale.DEVIATION),
                new Component(PORTFOLIO.named("repeat", Map.of()), 0.25, Scale.MAXIMUM),
                new Component(PORTFOLIO.named("recent-popularity", Map.of()), 0.1, Scale.MAXIMUM)));
    }

    @Override
    protected boolean knowsWithoutHistory() {
        return true;
    }

    @Test
    void sumsScaledScores() {
        Algorithm first = Planted.scoring("first", (history, item) -> new float[] {2, -4, 1, 0}[item]);
        Algorithm second = Planted.scoring("second", (history, item) -> new float[] {0, 0, 3, 1}[item]);
        // Largest absolute scores 4 and 3; the deviation of 0, 0, 3, 1 about its mean 1 is sqrt(6 / 4).
        double deviation = Math.sqrt(1.5);
        assertThat(scores(first, Scale.MAXIMUM, second, Scale.MAXIMUM, 4))
                .containsExactly(new float[] {1f, -2f, 0.5f + 3, 1f}, within(1e-6f));
        assertThat(scores(first, Scale.MAXIMUM, second, Scale.DEVIATION, 4))
                .containsExactly(
                        new float[] {1f, -2f, (float) (0.5 + 9 / deviation), (float) (3 / deviation)}, within(1e-6f));
    }

    @Test
    void whatDoesNotTellItemsApartIsSilent() {
        Algorithm zeros = Planted.scoring("zeros", (history, item) -> 0);
        Algorithm tiny = Planted.scoring("tiny", (history, item) -> item == 1 ? Float.MIN_VALUE : 0);
        float[] scores = scores(zeros, Scale.MAXIMUM, tiny, Scale.DEVIATION, 3);
        assertThat(scores).doesNotContain(Float.NaN);
        for (float score : scores) {
            assertThat(Float.isFinite(score)).isTrue();
        }
    }

    @Test
    void namesItsParametersByComponent() {
        Algorithm blend = Blend.of(List.of(
                new Component(PORTFOLIO.named("ease", Map.of()), 1, Scale.MAXIMUM),
                new Component(PORTFOLIO.named("ease", Map.of("regularization", 30.0)), 0.5, Scale.MAXIMUM)));
        assertThat(blend.parameters())
                .containsEntry("ease.weight", 1.0)
                .containsEntry("ease.regularization", 300.0)
                .containsEntry("ease-2.weight", 0.5)
                .containsEntry("ease-2.regularization", 30.0);
        assertThat(blend).hasToString("1 ease + 0.5 ease");
    }

    @Test
    void refusesNothingAndWeightsThatAreNone() {
        assertThatThrownBy(() -> Blend.of(List.of())).hasMessageContaining("at least 1");
        Algorithm any = PORTFOLIO.named("popularity", Map.of());
        for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Component(any, weight, Scale.MAXIMUM))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("weight of popularity is " + weight);
        }
    }

    private static float[] scores(Algorithm first, Scale firstScale, Algorithm second, Scale secondScale, int items) {
        Scorer scorer = Blend.of(List.of(new Component(first, 2, firstScale), new Component(second, 3, secondScale)))
                .train(Dataset.of(Histories.builder(items).build()), Tiles.sequential());
        float[] scores = new float[items];
        scorer.score(History.empty(0), scores);
        return scores;
    }
}
