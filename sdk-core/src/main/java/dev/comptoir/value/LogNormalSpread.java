package dev.comptoir.value;

import dev.comptoir.value.internal.Cholesky;
import dev.comptoir.value.internal.Draws;
import dev.comptoir.value.internal.Maximum;
import java.util.Optional;
import java.util.OptionalDouble;

/** The asymptotic distribution of fitted parameters: normal on their logarithms. Immutable. */
final class LogNormalSpread {
    /** A draw further away than this from a flat maximum says nothing about the parameter. */
    private static final double MAX_LOG_DISTANCE = 3;

    private final double[] centre;
    private final double[] deviations;
    private final Optional<Cholesky> root;

    LogNormalSpread(Maximum maximum) {
        centre = maximum.point().clone();
        deviations = new double[centre.length];
        root = maximum.covariance().flatMap(Cholesky::of);
        if (root.isPresent()) {
            double[][] covariance = maximum.covariance().orElseThrow();
            for (int i = 0; i < centre.length; i++) {
                deviations[i] = Math.sqrt(covariance[i][i]);
            }
        }
    }

    /** The most likely logarithms. */
    double[] centre() {
        return centre.clone();
    }

    /** The standard error of the logarithm. */
    OptionalDouble deviation(int i) {
        return root.isPresent() ? OptionalDouble.of(deviations[i]) : OptionalDouble.empty();
    }

    /** One draw of the logarithms; the most likely ones where the maximum has no proper curvature. */
    double[] draw(Draws draws) {
        double[] logs = centre.clone();
        if (root.isPresent()) {
            double[] normal = new double[centre.length];
            for (int i = 0; i < normal.length; i++) {
                normal[i] = draws.gaussian();
            }
            double[] moved = root.get().times(normal);
            for (int i = 0; i < logs.length; i++) {
                logs[i] += Math.max(-MAX_LOG_DISTANCE, Math.min(MAX_LOG_DISTANCE, moved[i]));
            }
        }
        return logs;
    }
}
