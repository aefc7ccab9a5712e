package dev.comptoir.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void recallIsDividedByWhatIsWithinReach() {
        int[] ranked = {4, 7, 1, 9};

        // Two of the first three are hits, of five targets only three fit.
        assertThat(Metrics.truncatedRecall(ranked, Set.of(4, 1, 20, 21, 22), 3)).isEqualTo(2 / 3.0);
        // One target of two is found in four places.
        assertThat(Metrics.truncatedRecall(ranked, Set.of(9, 30), 4)).isEqualTo(0.5);
        assertThat(Metrics.truncatedRecall(ranked, Set.of(9), 3)).isZero();
    }

    @Test
    void ndcgDiscountsByTheLogarithmOfThePlace() {
        // Hits at places 1 and 3: 1 + 1/2. Ideal of two hits: 1 + 1/log2(3).
        double expected = 1.5 / (1 + Math.log(2) / Math.log(3));

        assertThat(Metrics.truncatedNdcg(new int[] {4, 7, 1, 9}, Set.of(4, 1), 4))
                .isCloseTo(expected, within(1e-15));
    }

    @Test
    void ndcgIsOneWhenTheListIsFullOfHits() {
        assertThat(Metrics.truncatedNdcg(new int[] {1, 2}, Set.of(1, 2, 3, 4), 2))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void aListShorterThanKCountsItsPlaces() {
        assertThat(Metrics.truncatedRecall(new int[] {1}, Set.of(1, 2), 20)).isEqualTo(0.5);
    }

    @Test
    void theStandardErrorIsThatOfTheMean() {
        MetricResult result = MetricResult.of("m", "v", new double[] {1, 2, 3, 4});

        assertThat(result.mean()).isEqualTo(2.5);
        // Variance 5/3, over 4 users.
        assertThat(result.standardError()).isCloseTo(Math.sqrt(5 / 12.0), within(1e-15));
        assertThat(MetricResult.of("m", "v", new double[] {1}).standardError()).isNaN();
    }

    @Test
    void rankingPartsEqualScoresByIndexAndLeavesOutWhatIsMasked() {
        double[] scores = {1, 3, -2, 3, 2, 1};

        assertThat(Ranking.top(scores, List.of(), 4)).containsExactly(1, 3, 4, 0);
        assertThat(Ranking.top(scores, List.of(1), 9)).containsExactly(3, 4, 0, 5, 2);
    }
}
