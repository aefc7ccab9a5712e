package dev.comptoir.benchmarks.student;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How alike two lists of numbers run. */
public final class Correlation {
    private Correlation() {}

    /** Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of theirs. NaN for constants. */
    public static double spearman(double[] left, double[] right) {
        return pearson(ranks(left), ranks(right));
    }

    /** Pearson's correlation; NaN where a list is constant or has fewer than two numbers. */
    public static double pearson(double[] left, double[] right) {
        double meanLeft = Arrays.stream(left).average().orElse(Double.NaN);
        double meanRight = Arrays.stream(right).average().orElse(Double.NaN);
        double both = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        for (int i = 0; i < left.length; i++) {
            double x = left[i] - meanLeft;
            double y = right[i] - meanRight;
            both += x * y;
            squaresLeft += x * x;
            squaresRight += y * y;
        }
        return squaresLeft == 0 || squaresRight == 0 ? Double.NaN : both / Math.sqrt(squaresLeft * squaresRight);
    }

    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
