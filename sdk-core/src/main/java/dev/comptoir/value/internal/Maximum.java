package dev.comptoir.value.internal;

import java.util.List;
import java.util.Optional;

/**
 * The maximum of a smooth function, and how sharp it is. Immutable.
 *
 * @param point where it is
 * @param value the function there
 * @param converged whether the last Newton steps gained nothing any more
 * @param covariance the inverse of minus the second derivatives; empty where the point is no proper maximum
 */
@SuppressWarnings("ArrayRecordComponent")
public record Maximum(double[] point, double value, boolean converged, Optional<double[][]> covariance) {
    private static final int COARSE = 120;
    private static final int FINE = 1500;
    private static final int POLISHES = 12;
    private static final double BOX = 12;
    private static final double WALL = 1e3;

    /**
     * Searches from several starts: a short simplex search from each, a long one from the best, then Newton steps.
     * Deterministic. Coordinates are logarithms; further than {@value #BOX} from the first start a steep wall keeps the
     * search finite.
     */
    public static Maximum search(Objective raw, List<double[]> starts) {
        Objective objective = point -> walled(raw, starts.get(0), point);
        NelderMead simplex = new NelderMead(objective);
        double[] best = starts.get(0);
        double bestValue = Double.NEGATIVE_INFINITY;
        for (double[] start : starts) {
            double[] point = simplex.maximize(start, 0.5, 1e-3, starts.size() == 1 ? 1 : COARSE);
            double value = objective.at(point);
            if (value > bestValue) {
                best = point;
                bestValue = value;
            }
        }
        best = simplex.maximize(best, 0.2, 1e-7, FINE);
        return polished(objective, best);
    }

    private static Maximum polished(Objective objective, double[] start) {
        double[] point = start.clone();
        double value = objective.at(point);
        boolean converged = false;
        Optional<Cholesky> root = Optional.empty();
        for (int i = 0; i < POLISHES && !converged; i++) {
            double[] gradient = Curvature.gradient(objective, point);
            root = Cholesky.of(Curvature.information(objective, point));
            double[] step = root.map(r -> times(r.inverse(), gradient)).orElse(gradient);
            double expected = dot(step, gradient) / 2;
            double length = root.isPresent() ? 1 : 1e-3 / Math.max(1, norm(gradient));
            double gained = 0;
            for (int halving = 0; halving < 20; halving++, length /= 2) {
                double[] moved = point.clone();
                for (int k = 0; k < moved.length; k++) {
                    moved[k] += length * step[k];
                }
                double movedValue = objective.at(moved);
                if (movedValue > value) {
                    gained = movedValue - value;
                    point = moved;
                    value = movedValue;
                    break;
                }
            }
            converged = root.isPresent() && (expected < 1e-9 || (gained == 0 && expected < 1e-5));
            if (gained == 0 && !converged) {
                break;
            }
        }
        return new Maximum(point, value, converged, root.map(Cholesky::inverse));
    }

    private static double walled(Objective raw, double[] centre, double[] point) {
        double beyond = 0;
        double[] inside = point.clone();
        for (int i = 0; i < point.length; i++) {
            inside[i] = Math.max(centre[i] - BOX, Math.min(centre[i] + BOX, point[i]));
            beyond += (point[i] - inside[i]) * (point[i] - inside[i]);
        }
        double value = raw.at(inside);
        return Double.isFinite(value) ? value - WALL * beyond : -1e300;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
