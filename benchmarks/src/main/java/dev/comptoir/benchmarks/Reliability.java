package dev.comptoir.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How probabilities compare with what came.
 *
 * @param expectedCalibrationError |mean predicted - share happened| over ten bins of equal width, weighted by their size
 * @param errorOfPerfect the mean of the same for outcomes drawn from the predictions themselves: what chance alone leaves
 * @param brier mean squared error
 * @param auc probability that one who bought was given more than one who did not; 0.5 where all are alike
 * @param bins those that hold anybody
 */
record Reliability(
        int customers,
        double predicted,
        double happened,
        double expectedCalibrationError,
        double errorOfPerfect,
        double brier,
        double auc,
        List<Bin> bins) {
    private static final int BINS = 10;
    private static final int DRAWS = 200;

    record Bin(double from, int customers, double predicted, double happened) {}

    static Reliability of(double[] predicted, boolean[] happened, long seed) {
        int n = predicted.length;
        int[] sizes = new int[BINS];
        double[] sums = new double[BINS];
        double[] came = new double[BINS];
        double brier = 0;
        for (int i = 0; i < n; i++) {
            int bin = bin(predicted[i]);
            double outcome = happened[i] ? 1 : 0;
            sizes[bin]++;
            sums[bin] += predicted[i];
            came[bin] += outcome;
            brier += (predicted[i] - outcome) * (predicted[i] - outcome) / n;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (sizes[b] > 0) {
                bins.add(new Bin(b / (double) BINS, sizes[b], sums[b] / sizes[b], came[b] / sizes[b]));
            }
        }
        return new Reliability(
                n,
                Arrays.stream(sums).sum() / n,
                Arrays.stream(came).sum() / n,
                error(predicted, happened),
                perfect(predicted, seed),
                brier,
                auc(predicted, happened),
                bins);
    }

    private static int bin(double probability) {
        return Math.min(BINS - 1, (int) (probability * BINS));
    }

    private static double error(double[] predicted, boolean[] happened) {
        double[] off = new double[BINS];
        for (int i = 0; i < predicted.length; i++) {
            off[bin(predicted[i])] += predicted[i] - (happened[i] ? 1 : 0);
        }
        return Arrays.stream(off).map(Math::abs).sum() / predicted.length;
    }

    private static double perfect(double[] predicted, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] drawn = new boolean[predicted.length];
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = random.nextDouble() < predicted[i];
            }
            sum += error(predicted, drawn);
        }
        return sum / DRAWS;
    }

    /** By mean ranks, so that equal predictions count half. */
    private static double auc(double[] predicted, boolean[] happened) {
        int n = predicted.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(predicted[i], predicted[j]));
        double rankSum = 0;
        long yes = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && predicted[order[to]] == predicted[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (happened[order[i]]) {
                    rankSum += (from + to + 1) / 2.0;
                    yes++;
                }
            }
            from = to;
        }
        return yes == 0 || yes == n ? 0.5 : (rankSum - yes * (yes + 1) / 2.0) / ((double) yes * (n - yes));
    }
}
