package dev.comptoir.assist.intent;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good guesses were on texts that were left out of training. All are 0 where none could be left out. Immutable.
 *
 * @param texts how many were left out
 * @param accuracy the share whose most probable intent was the right one
 * @param calibrationError |mean probability - share right| over 15 bins of equally many texts, weighted by their size
 * @param brier the mean squared error of all intents' probabilities, 0..2
 */
public record Quality(int texts, double accuracy, double calibrationError, double brier) {
    private static final int BINS = 15;

    /**
     * Compares probabilities with the right answers.
     *
     * @param logs of each text the logarithms of all intents' probabilities
     * @param right of each text the number of the right intent
     */
    static Quality of(List<double[]> logs, int[] right) {
        int n = right.length;
        double[] confidence = new double[n];
        boolean[] hit = new boolean[n];
        double brier = 0;
        for (int i = 0; i < n; i++) {
            double[] text = logs.get(i);
            int best = Committee.best(text);
            confidence[i] = StrictMath.exp(text[best]);
            hit[i] = best == right[i];
            for (int k = 0; k < text.length; k++) {
                double off = StrictMath.exp(text[k]) - (k == right[i] ? 1 : 0);
                brier += off * off / n;
            }
        }
        return of(confidence, hit, brier);
    }

    /** From the probability of each text's most probable intent and whether it was the right one. */
    public static Quality of(double[] confidence, boolean[] hit, double brier) {
        int n = hit.length;
        if (n == 0) {
            return new Quality(0, 0, 0, 0);
        }
        int hits = 0;
        for (boolean one : hit) {
            hits += one ? 1 : 0;
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> confidence[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double off = 0;
            for (int i = (int) ((long) bin * n / BINS); i < (long) (bin + 1) * n / BINS; i++) {
                off += confidence[order[i]] - (hit[order[i]] ? 1 : 0);
            }
            error += Math.abs(off) / n;
        }
        return new Quality(n, (double) hits / n, error, brier);
    }
}
