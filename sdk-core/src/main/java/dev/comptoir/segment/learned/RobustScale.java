package dev.comptoir.segment.learned;

import java.util.Arrays;

/**
 * One feature made comparable: signed logarithm, then distance from the median in units of the interquartile range, cut at
 * {@value #CUT}. Immutable.
 */
final class RobustScale {
    /*
     * Counts and sums of money are skewed, so logarithms: sign(x) log(1 + |x|) is defined for returns and zeros too. Where more than half
     * of the customers are equal the interquartile range may be 0; then the mean absolute deviation from the median stands in; where that
     * is 0 too, all are equal, and the feature says nothing.
     */
    static final double CUT = 3;

    private final double median;
    private final double width;

    private RobustScale(double median, double width) {
        this.median = median;
        this.width = width;
    }

    static RobustScale of(double[] values) {
        double[] logs =
                Arrays.stream(values).map(RobustScale::signedLog).sorted().toArray();
        double median = quantile(logs, 0.5);
        double width = quantile(logs, 0.75) - quantile(logs, 0.25);
        if (width <= 0) {
            width = Arrays.stream(logs)
                    .map(log -> Math.abs(log - median))
                    .average()
                    .orElse(0);
        }
        return new RobustScale(median, width);
    }

    double scaled(double value) {
        return Math.max(-CUT, Math.min(CUT, distance(value)));
    }

    /** From the median, not cut; 0 where all are equal. */
    double distance(double value) {
        return width <= 0 ? 0 : (signedLog(value) - median) / width;
    }

    static double signedLog(double value) {
        return Math.copySign(Math.log1p(Math.abs(value)), value);
    }

    /** Linear between neighbours (Hyndman and Fan's type 7), of ascending values. */
    static double quantile(double[] ascending, double p) {
        double place = p * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
