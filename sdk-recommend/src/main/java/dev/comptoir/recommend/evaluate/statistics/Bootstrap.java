package dev.comptoir.recommend.evaluate.statistics;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Intervals by drawing units again and again. The same sample and seed give the same bits. Stateless. */
public final class Bootstrap {
    /** Enough for the ends of a 95 % interval. */
    public static final int ROUNDS = 2000;

    /*
     * Efron, Tibshirani: "An Introduction to the Bootstrap", 1993: percentile interval. A round draws as many units as there
     * are, with replacement, and takes sum / count over their questions, because units differ in how many they have.
     * With several windows a round first draws windows, then units within each drawn window (the hierarchical bootstrap):
     * what differs from month to month is then part of the uncertainty.
     * The standard error of one window is that of the ratio, linearised:
     *   sqrt( n / (n - 1) * sum over units (s_u - mean c_u)^2 ) / sum c_u,
     * which is sd / sqrt(n) where every unit has one question; of several windows it is the deviation of the rounds.
     */
    private static final int ROUNDS_PER_TILE = 50;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** The 95 % interval of the mean, by {@link #ROUNDS} rounds. */
    public static Interval interval(Sample sample, long seed, Tiles tiles) {
        return interval(sample, ROUNDS, seed, tiles);
    }

    /**
     * The 95 % interval of the mean.
     *
     * @param rounds at least 100
     */
    public static Interval interval(Sample sample, int rounds, long seed, Tiles tiles) {
        if (rounds < 100) {
            throw new IllegalArgumentException("The number of rounds is " + rounds + ", but must be at least 100.");
        }
        int units = sample.units();
        if (units == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);
        }
        double[] means = new double[rounds];
        tiles.run((rounds + ROUNDS_PER_TILE - 1) / ROUNDS_PER_TILE, tile -> {
            int end = Math.min(rounds, (tile + 1) * ROUNDS_PER_TILE);
            for (int round = tile * ROUNDS_PER_TILE; round < end; round++) {
                means[round] = mean(sample, Seeds.of(seed, round));
            }
        });
        double error = sample.windows() == 1 ? linearised(sample) : deviation(means);
        Arrays.sort(means);
        return new Interval(
                sample.mean(), quantile(means, TAIL), quantile(means, 1 - TAIL), error, units, sample.questions());
    }

    private static double mean(Sample sample, SplittableRandom random) {
        double sum = 0;
        long count = 0;
        int windows = sample.windows();
        for (int w = 0; w < windows; w++) {
            int window = windows == 1 ? 0 : random.nextInt(windows);
            int first = sample.windowStart(window);
            int size = sample.windowStart(window + 1) - first;
            for (int u = 0; u < size; u++) {
                int cell = first + random.nextInt(size);
                sum += sample.sum(cell);
                count += sample.count(cell);
            }
        }
        return sum / count;
    }

    private static double linearised(Sample sample) {
        int units = sample.windowStart(1);
        double mean = sample.mean();
        double squares = 0;
        for (int cell = 0; cell < units; cell++) {
            double residual = sample.sum(cell) - mean * sample.count(cell);
            squares += residual * residual;
        }
        return units < 2 ? Double.NaN : Math.sqrt(squares * units / (units - 1)) / sample.questions();
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** Between neighbours in proportion. */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double above = below + 1 < sorted.length ? sorted[below + 1] : sorted[below];
        return sorted[below] + (at - below) * (above - sorted[below]);
    }
}
