package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void workedByHand() {
        Reliability figures =
                Reliability.of(new double[] {0.05, 0.15, 0.25, 0.25}, new boolean[] {true, false, true, false}, 1);
        assertThat(figures.predicted()).isCloseTo(0.175, within(1e-12));
        assertThat(figures.happened()).isEqualTo(0.5);
        assertThat(figures.expectedCalibrationError()).isCloseTo((0.95 + 0.15 + 0.5) / 4, within(1e-12));
        assertThat(figures.brier())
                .isCloseTo((0.95 * 0.95 + 0.15 * 0.15 + 0.75 * 0.75 + 0.25 * 0.25) / 4, within(1e-12));
        // Pairs of one who bought and one who did not: (.05, .15) no, (.05, .25) no, (.25, .15) yes, (.25, .25) half.
        assertThat(figures.auc()).isCloseTo(1.5 / 4, within(1e-12));
        assertThat(figures.bins())
                .containsExactly(
                        new Reliability.Bin(0.0, 1, 0.05, 1),
                        new Reliability.Bin(0.1, 1, 0.15, 0),
                        new Reliability.Bin(0.2, 2, 0.25, 0.5));
    }

    /** One bin of 10,000 fair coins: the mean of |share - 1/2| is sqrt(1 / (2 pi n)). */
    @Test
    void whatChanceAloneLeaves() {
        double[] coins = new double[10_000];
        Arrays.fill(coins, 0.5);
        Reliability figures = Reliability.of(coins, new boolean[10_000], 3);
        assertThat(figures.errorOfPerfect()).isCloseTo(Math.sqrt(1 / (2 * Math.PI * 10_000)), within(0.0006));
        assertThat(figures.expectedCalibrationError()).isEqualTo(0.5);
        assertThat(figures.auc()).isEqualTo(0.5);
    }
}
