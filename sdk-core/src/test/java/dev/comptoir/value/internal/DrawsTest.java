package dev.comptoir.value.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final long SEED = 42;
    private static final int DRAWS = 200_000;

    @Test
    void momentsAreThoseOfTheDistributions() {
        Draws draws = new Draws(SEED);
        moments(draws::uniform, 0.5, 1.0 / 12);
        moments(draws::gaussian, 0, 1);
        moments(draws::exponential, 1, 1);
        moments(() -> draws.gamma(0.3), 0.3, 0.3);
        moments(() -> draws.gamma(7), 7, 7);
        moments(() -> draws.beta(2, 3), 0.4, 0.04);
        moments(() -> draws.beta(1e-320, 1e-320), 0.5, 0.25);
    }

    @Test
    void aSeedGivesTheSameNumbersForEver() {
        assertThat(new Draws(SEED).uniform()).isEqualTo(0.7415648787718234);
        assertThat(new Draws(SEED).uniform()).isNotEqualTo(new Draws(SEED + 1).uniform());
        assertThat(Draws.mix(1, 2)).isNotEqualTo(Draws.mix(2, 1));
    }

    @Test
    void quantilesAndRanksWorkedByHand() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(Quantiles.of(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(8);
        assertThat(Quantiles.median(sorted)).isEqualTo(3);
        assertThat(RankCorrelation.ranks(new double[] {5, 1, 5, 3})).containsExactly(3.5, 1, 3.5, 2);
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {10, 100, 1000}))
                .isCloseTo(1, within(1e-15));
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {7, 7, 7}))
                .isZero();
    }

    private static void moments(DoubleSupplier draw, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.getAsDouble();
            sum += x;
            squares += (x - mean) * (x - mean);
        }
        assertThat(sum / DRAWS).as("seed %d", SEED).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).as("seed %d", SEED).isCloseTo(variance, within(0.05 * variance));
    }
}
