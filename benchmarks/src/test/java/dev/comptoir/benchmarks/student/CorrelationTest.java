package dev.comptoir.benchmarks.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertThat(Correlation.ranks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    }

    @Test
    void spearmanByHand() {
        // Ranks 1 2.5 2.5 4 and 1 3 2 4: covariance 4.5, squares 4.5 and 5.
        assertThat(Correlation.spearman(new double[] {1, 2, 2, 5}, new double[] {0.1, 0.3, 0.2, 0.9}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
        assertThat(Correlation.spearman(new double[] {1, 2, 3}, new double[] {9, 4, 1}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void constantsHaveNoCorrelation() {
        assertThat(Correlation.pearson(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
    }
}
