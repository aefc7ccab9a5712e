package dev.comptoir.value.internal;

import java.util.Arrays;
import java.util.Comparator;

/** Maximises without derivatives (Nelder and Mead 1965, the usual coefficients 1, 2, 1/2, 1/2). */
final class NelderMead {
    private final Objective objective;
    private int evaluations;

    NelderMead(Objective objective) {
        this.objective = objective;
    }

    /** One corner of the simplex. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Corner(double[] point, double value) {}

    /** The best point found from a start, once the simplex spans less than the tolerance or the evaluations are spent. */
    double[] maximize(double[] start, double step, double tolerance, int maxEvaluations) {
        int n = start.length;
        evaluations = 0;
        Corner[] simplex = new Corner[n + 1];
        simplex[0] = corner(start);
        for (int i = 0; i < n; i++) {
            double[] point = start.clone();
            point[i] += step;
            simplex[i + 1] = corner(point);
        }
        while (true) {
            Arrays.sort(
                    simplex, Comparator.comparingDouble((Corner c) -> c.value).reversed());
            Corner best = simplex[0];
            Corner worst = simplex[n];
            if (best.value - worst.value < tolerance || evaluations >= maxEvaluations) {
                return best.point;
            }
            double[] centre = new double[n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    centre[k] += simplex[i].point[k] / n;
                }
            }
            Corner reflected = corner(along(centre, worst.point, -1));
            if (reflected.value > best.value) {
                Corner expanded = corner(along(centre, worst.point, -2));
                simplex[n] = expanded.value > reflected.value ? expanded : reflected;
            } else if (reflected.value > simplex[n - 1].value) {
                simplex[n] = reflected;
            } else {
                boolean outside = reflected.value > worst.value;
                Corner contracted = corner(along(centre, worst.point, outside ? -0.5 : 0.5));
                if (contracted.value > Math.max(reflected.value, worst.value)) {
                    simplex[n] = contracted;
                } else {
                    for (int i = 1; i <= n; i++) {
                        simplex[i] = corner(along(best.point, simplex[i].point, 0.5));
                    }
                }
            }
        }
    }

    private static double[] along(double[] from, double[] to, double factor) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = from[i] + factor * (to[i] - from[i]);
        }
        return point;
    }

    private Corner corner(double[] point) {
        evaluations++;
        return new Corner(point, objective.at(point));
    }
}
