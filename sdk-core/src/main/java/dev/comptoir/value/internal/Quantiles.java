package dev.comptoir.value.internal;

/** Quantiles of numbers that were seen or drawn. */
public final class Quantiles {
    private Quantiles() {}

    /** The quantile of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan 1996). */
    public static double of(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The middle of sorted numbers. */
    public static double median(double[] sorted) {
        return of(sorted, 0.5);
    }
}
