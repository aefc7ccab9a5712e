package dev.comptoir.value.internal;

/** Sums of numbers that are given by their logarithms. */
public final class LogSum {
    private LogSum() {}

    /** ln(eᵃ + eᵇ), also where one or both are negative infinity. */
    public static double of(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }

    /** 1 / (1 + eˣ): the share of what is e⁻ˣ times as heavy as the rest. */
    public static double shareAgainst(double x) {
        return 1 / (1 + Math.exp(x));
    }
}
