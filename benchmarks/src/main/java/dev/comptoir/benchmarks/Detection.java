package dev.comptoir.benchmarks;

import java.util.Arrays;

/**
 * How well a score tells strange questions from those that belong.
 *
 * @param auroc the probability that a strange question scores higher than one that belongs, equal ones counting half
 * @param fpr95 the share of strange questions that would pass where 95 % of those that belong do
 */
record Detection(double auroc, double fpr95) {
    static Detection of(double[] belonging, double[] strange) {
        double[] sorted = belonging.clone();
        Arrays.sort(sorted);
        double threshold = sorted[Math.min(sorted.length - 1, (int) Math.ceil(0.95 * sorted.length) - 1)];
        double above = 0;
        int passing = 0;
        for (double score : strange) {
            above += (below(sorted, score, false) + below(sorted, score, true)) / 2.0;
            passing += score <= threshold ? 1 : 0;
        }
        return new Detection(above / sorted.length / strange.length, (double) passing / strange.length);
    }

    /** How many of the sorted values lie below, or below or at, a value. */
    private static int below(double[] sorted, double value, boolean orAt) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orAt && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
