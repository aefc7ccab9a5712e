package dev.comptoir.benchmarks;

import java.util.Map;

/**
 * The closed forms of the papers in a bare loop over arrays, one core, without the guards of the library: what scoring costs at
 * least. Probability alive and expected purchases are left in two arrays.
 *
 * <p>For a regularity k above 1 the mean is the papers' approximation, (M)BG/NBD with r + kx and k (alpha + T); the library sums it
 * exactly.
 */
final class ScalarLoop {
    private static final double PRECISION = 1e-16;
    private static final int MAX_TERMS = 10_000;

    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final double[] alive;
    private final double[] expected;

    ScalarLoop(int[] x, double[] recency, double[] age) {
        this.x = x;
        this.recency = recency;
        this.age = age;
        this.alive = new double[x.length];
        this.expected = new double[x.length];
    }

    double expected(int customer) {
        return expected[customer];
    }

    double alive(int customer) {
        return alive[customer];
    }

    /** @param modified whether a customer can leave after the first purchase, as in MBG/NBD */
    void betaGeometric(boolean modified, Map<String, Double> parameters, double t) {
        int k = parameters.getOrDefault("k", 1.0).intValue();
        double r = parameters.getOrDefault("r", Double.NaN);
        double alpha = parameters.getOrDefault("alpha", Double.NaN);
        double a = parameters.getOrDefault("a", Double.NaN);
        double b = parameters.getOrDefault("b", Double.NaN);
        for (int i = 0; i < x.length; i++) {
            double shape = r + (double) k * x[i];
            double surviving = b + x[i] + (modified ? 1 : 0);
            if (x[i] == 0 && !modified) {
                alive[i] = 1;
            } else {
                double gone = Math.pow((alpha + age[i]) / (alpha + recency[i]), shape) * a / (surviving - 1);
                alive[i] = 1 / (1 + (k == 1 ? gone : gone / stages(k, shape, alpha, recency[i], age[i])));
            }
            expected[i] = alive[i] * ending(shape, k * (alpha + age[i]), a, surviving, t);
        }
    }

    private static double stages(int k, double shape, double alpha, double recency, double age) {
        double weight = 1;
        double sum = 1;
        for (int j = 1; j < k; j++) {
            weight *= (shape + j - 1) * (age - recency) / (alpha + age) / j;
            sum += weight;
        }
        return sum;
    }

    private static double ending(double shape, double rate, double a, double b, double t) {
        double z = t / (rate + t);
        double c = a + b - 1;
        double term = (c - shape) * z;
        double sum = term;
        for (int n = 1; n < MAX_TERMS && Math.abs(term) > PRECISION * Math.abs(sum); n++) {
            term *= (c - shape + n) * (a + n - 1) * z / ((c + n) * (n + 1));
            sum += term;
        }
        double power = Math.pow(1 - z, a - 1);
        return c * (1 - power) / (a - 1) - power * sum;
    }

    void paretoNbd(Map<String, Double> parameters, double t) {
        double r = parameters.getOrDefault("r", Double.NaN);
        double alpha = parameters.getOrDefault("alpha", Double.NaN);
        double s = parameters.getOrDefault("s", Double.NaN);
        double beta = parameters.getOrDefault("beta", Double.NaN);
        double high = Math.max(alpha, beta);
        double apart = Math.abs(alpha - beta);
        for (int i = 0; i < x.length; i++) {
            double w = r + s + x[i];
            double second = alpha < beta ? r + x[i] : s + 1;
            double early = Math.pow(high + recency[i], -w) * series(w, second, apart / (high + recency[i]));
            double late = Math.pow(high + age[i], -w) * series(w, second, apart / (high + age[i]));
            double there = Math.pow(alpha + age[i], -(r + x[i])) * Math.pow(beta + age[i], -s);
            alive[i] = 1 / (1 + s / w * (early - late) / there);
            double left = Math.pow((beta + age[i]) / (beta + age[i] + t), s - 1);
            expected[i] = alive[i] * (r + x[i]) * (beta + age[i]) / (alpha + age[i]) * (1 - left) / (s - 1);
        }
    }

    /** Gauss's 2F1(w, b; w + 1; z), by its powers. */
    private static double series(double w, double b, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MAX_TERMS && term > PRECISION * sum; n++) {
            term *= (w + n) * (b + n) / ((w + 1 + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
