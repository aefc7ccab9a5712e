package dev.comptoir.value.internal;

import java.util.Arrays;

/** Spearman's correlation: that of ranks, equal numbers sharing the mean of theirs. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /** From -1 to 1; 0 where one side is the same throughout. */
    public static double of(double[] one, double[] other) {
        return pearson(ranks(one), ranks(other));
    }

    /** From -1 to 1; 0 where one side is the same throughout. */
    public static double pearson(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElse(0);
        double meanOther = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squareOne += (one[i] - meanOne) * (one[i] - meanOne);
            squareOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        double scale = Math.sqrt(squareOne) * Math.sqrt(squareOther);
        return scale > 0 && scale < Double.POSITIVE_INFINITY ? both / scale : 0;
    }

    /** From 1; equal numbers share the mean of theirs. */
    public static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
