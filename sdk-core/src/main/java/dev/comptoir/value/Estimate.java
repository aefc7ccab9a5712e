package dev.comptoir.value;

/**
 * A number with the range in which it lies with the probability that {@link LifetimeValue.Builder#level} sets. All three are
 * finite. Immutable.
 *
 * @param value the estimate
 * @param lower the lower end of the central range
 * @param upper the upper end of it
 */
public record Estimate(double value, double lower, double upper) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a number is not finite, or the ends are in the wrong order
     */
    public Estimate {
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY
                && lower > Double.NEGATIVE_INFINITY
                && lower <= upper
                && upper < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The estimate " + value + " from " + lower + " to " + upper + " is none.");
        }
    }
}
