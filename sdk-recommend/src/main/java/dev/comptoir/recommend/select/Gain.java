package dev.comptoir.recommend.select;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean over questions, often of differences between two models, with the interval that 95 % of bootstrap draws of customers
 * lie in. Immutable.
 */
record Gain(double mean, double lower, double upper, double standardError, int units) {
    /*
     * Percentile bootstrap over customers or sessions, all questions of one together (ratio of sums). Below two units there is
     * no interval: it is infinite, so nothing is ever concluded from it.
     */
    private static final int DRAWS = 2000;

    static Gain of(double[] values, Questions questions, int[] which, long seed) {
        double[] sum = new double[questions.units()];
        int[] count = new int[questions.units()];
        for (int q : which) {
            sum[questions.get(q).unit()] += values[q];
            count[questions.get(q).unit()]++;
        }
        int units = 0;
        for (int u = 0; u < sum.length; u++) {
            if (count[u] > 0) {
                sum[units] = sum[u];
                count[units++] = count[u];
            }
        }
        double all = 0;
        for (int u = 0; u < units; u++) {
            all += sum[u];
        }
        double mean = which.length == 0 ? 0 : all / which.length;
        if (units < 2) {
            return new Gain(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, units);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        double squares = 0;
        for (int d = 0; d < DRAWS; d++) {
            double drawnSum = 0;
            int drawnCount = 0;
            for (int k = 0; k < units; k++) {
                int u = random.nextInt(units);
                drawnSum += sum[u];
                drawnCount += count[u];
            }
            drawn[d] = drawnSum / drawnCount;
            squares += (drawn[d] - mean) * (drawn[d] - mean);
        }
        Arrays.sort(drawn);
        return new Gain(
                mean,
                drawn[(int) (0.025 * DRAWS)],
                drawn[DRAWS - 1 - (int) (0.025 * DRAWS)],
                Math.sqrt(squares / DRAWS),
                units);
    }

    /** The gain that would be noticed four times out of five. */
    double detectable() {
        return 2.8 * standardError;
    }
}
