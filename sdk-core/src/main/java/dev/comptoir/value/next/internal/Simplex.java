package dev.comptoir.value.next.internal;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Minimises a function of a few variables without derivatives (Nelder and Mead, Computer Journal 1965). */
final class Simplex {
    private Simplex() {}

    /** The place of the smallest value found; the same for the same function, start and step. */
    static double[] minimise(
            ToDoubleFunction<double[]> function, double[] start, double step, double tolerance, int limit) {
        int n = start.length;
        double[][] points = new double[n + 1][];
        double[] values = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            points[i] = start.clone();
            if (i > 0) {
                points[i][i - 1] += step;
            }
            values[i] = function.applyAsDouble(points[i]);
        }
        for (int calls = n + 1; calls < limit; ) {
            sort(points, values);
            if (values[n] - values[0] < tolerance) {
                break;
            }
            double[] centre = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    centre[j] += points[i][j] / n;
                }
            }
            double[] reflected = along(centre, points[n], -1);
            double value = function.applyAsDouble(reflected);
            calls++;
            if (value < values[0]) {
                double[] expanded = along(centre, points[n], -2);
                double further = function.applyAsDouble(expanded);
                calls++;
                replace(points, values, further < value ? expanded : reflected, Math.min(further, value));
            } else if (value < values[n - 1]) {
                replace(points, values, reflected, value);
            } else {
                boolean outside = value < values[n];
                double[] contracted = along(centre, points[n], outside ? -0.5 : 0.5);
                double nearer = function.applyAsDouble(contracted);
                calls++;
                if (nearer < Math.min(value, values[n])) {
                    replace(points, values, contracted, nearer);
                } else {
                    for (int i = 1; i <= n; i++) {
                        points[i] = along(points[0], points[i], 0.5);
                        values[i] = function.applyAsDouble(points[i]);
                        calls++;
                    }
                }
            }
        }
        sort(points, values);
        return points[0];
    }

    private static void replace(double[][] points, double[] values, double[] point, double value) {
        points[points.length - 1] = point;
        values[values.length - 1] = value;
    }

    private static double[] along(double[] from, double[] to, double share) {
        double[] point = from.clone();
        Arrays.setAll(point, i -> from[i] + share * (to[i] - from[i]));
        return point;
    }

    private static void sort(double[][] points, double[] values) {
        for (int i = 1; i < values.length; i++) {
            for (int j = i; j > 0 && values[j] < values[j - 1]; j--) {
                double value = values[j];
                values[j] = values[j - 1];
                values[j - 1] = value;
                double[] point = points[j];
                points[j] = points[j - 1];
                points[j - 1] = point;
            }
        }
    }
}
