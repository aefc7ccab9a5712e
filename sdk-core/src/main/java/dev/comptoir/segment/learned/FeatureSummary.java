package dev.comptoir.segment.learned;

/**
 * How a group differs from everyone in one feature. Immutable.
 *
 * @param feature the name of the fact
 * @param median of the group, in the unit of the fact
 * @param overallMedian of everyone
 * @param difference of the medians on the scale on which customers are compared: 1 is the width of the middle half of everyone
 *     in the signed logarithm; 0 where everyone is alike
 */
public record FeatureSummary(String feature, double median, double overallMedian, double difference) {
    /** From this difference on, a feature distinguishes the group, and is put into words. */
    public static final double DISTINCT = 0.5;

    /** Whether it distinguishes the group. */
    public boolean distinguishes() {
        return Math.abs(difference) >= DISTINCT;
    }
}
