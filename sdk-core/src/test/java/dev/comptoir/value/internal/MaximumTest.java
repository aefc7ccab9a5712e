package dev.comptoir.value.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaximumTest {
    @Test
    void aCurvedValleyIsFollowedToItsEnd() {
        Objective rosenbrock = p -> -100 * Math.pow(p[1] - p[0] * p[0], 2) - Math.pow(1 - p[0], 2);

        Maximum maximum = Maximum.search(rosenbrock, List.of(new double[] {-1.2, 1}, new double[] {2, 2}));

        assertThat(maximum.converged()).isTrue();
        assertThat(maximum.point()).containsExactly(new double[] {1, 1}, within(1e-5));
        assertThat(maximum.value()).isCloseTo(0, within(1e-9));
    }

    @Test
    void theCovarianceIsTheInverseCurvature() {
        // -(2x² + 2xy + 3y²)/2 has the information ((2, 1), (1, 3)), whose inverse is ((3, -1), (-1, 2)) / 5.
        Maximum maximum = Maximum.search(
                p -> -(2 * p[0] * p[0] + 2 * p[0] * p[1] + 3 * p[1] * p[1]) / 2, List.of(new double[] {3, -2}));

        double[][] covariance = maximum.covariance().orElseThrow();
        assertThat(covariance[0]).containsExactly(new double[] {0.6, -0.2}, within(1e-6));
        assertThat(covariance[1]).containsExactly(new double[] {-0.2, 0.4}, within(1e-6));
    }

    @Test
    void whereThereIsNoMaximumTheSearchEndsAtTheWallAndSaysSo() {
        Maximum slope = Maximum.search(p -> p[0], List.of(new double[] {0}));
        assertThat(slope.point()[0]).isBetween(11.0, 13.0);

        Maximum flat = Maximum.search(p -> 7, List.of(new double[] {0, 0}));
        assertThat(flat.converged()).isFalse();
        assertThat(flat.covariance()).isEmpty();

        Maximum nowhere = Maximum.search(p -> Double.NaN, List.of(new double[] {0}));
        assertThat(nowhere.converged()).isFalse();
        assertThat(nowhere.point()[0]).isFinite();
    }

    @Test
    void aRootTimesItsTransposeIsTheMatrix() {
        Cholesky root = Cholesky.of(new double[][] {{4, 2}, {2, 5}}).orElseThrow();
        assertThat(root.times(new double[] {1, 0})).containsExactly(2, 1);
        assertThat(root.times(new double[] {0, 1})).containsExactly(0, 2);
        assertThat(root.inverse()[0]).containsExactly(new double[] {5.0 / 16, -2.0 / 16}, within(1e-15));
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    }
}
