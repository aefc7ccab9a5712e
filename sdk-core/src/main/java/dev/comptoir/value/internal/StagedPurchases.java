package dev.comptoir.value.internal;

import java.util.Arrays;

/** The mean number of purchases that take k stages each, the stages coming at a Gamma-distributed rate. */
public final class StagedPurchases {
    /** e to minus this can be multiplied up again without loss. */
    private static final double SAFE = 600;

    private static final double PRECISION = 1e-17;

    private StagedPurchases() {}

    /**
     * The mean number of purchases within a horizon of a customer who is alive and leaves after each purchase with a
     * Beta(a, surviving)-distributed probability.
     *
     * <p>The silence since the last purchase has seen j &lt; k stages with a weight (shape)ⱼ (silence/rate)ʲ/j!, which sum to
     * {@code stageSum}. The terms of a negative binomial distribution with shape + j at m - j are those with shape at m times a
     * power and a binomial coefficient; hence m stages since the last purchase, by the end of the horizon, have the probability
     *
     * <pre>NB(m; shape, horizon/(rate+horizon)) · Σ_{j&lt;k} C(m, j) (silence/horizon)ʲ / stageSum</pre>
     *
     * and one pass over m sums them, all positive, each times the mean number of ⌊m/k⌋ possible purchases that are made.
     *
     * @param rate that of the Gamma distribution at the end of the silence
     * @param reach a number of stages that is exceeded with negligible probability
     * @return NaN where the first terms underflow
     */
    public static double mean(
            double shape,
            double rate,
            double silence,
            double stageSum,
            int k,
            double a,
            double surviving,
            double horizon,
            int reach) {
        double none = -shape * Math.log1p(horizon / rate);
        double relative = silence / horizon;
        if (none < -SAFE || relative == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        double q = horizon / (rate + horizon);
        double term = Math.exp(none) / stageSum;
        double least = PRECISION * rate / (rate + horizon);
        double[] ways = new double[k];
        Arrays.fill(ways, 1);
        double staying = 1;
        double made = 0;
        double mean = 0;
        double before = 0;
        int m = 0;
        for (int n = 0; m < reach + k; n++) {
            double block = 0;
            for (int i = 0; i < k; i++, m++) {
                block += term * ways[k - 1];
                for (int j = k - 1; j > 0; j--) {
                    ways[j] += relative * ways[j - 1];
                }
                term *= q * (shape + m) * NegativeBinomial.inverse(m + 1);
            }
            double part = made * block;
            mean += part;
            if (n > 0 && part < before && part <= least * mean) {
                break;
            }
            before = part;
            made += staying;
            staying *= (surviving + n) / (a + surviving + n);
        }
        return mean;
    }
}
