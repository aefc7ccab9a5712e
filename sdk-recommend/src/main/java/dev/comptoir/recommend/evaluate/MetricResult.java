package dev.comptoir.recommend.evaluate;

/**
 * One metric over all test users. Immutable.
 *
 * @param name for example {@code Recall@20}
 * @param variant how it is defined
 * @param mean the mean over users
 * @param standardError the standard deviation of users divided by the root of their number; NaN for fewer than two
 * @param users how many users
 */
public record MetricResult(String name, String variant, double mean, double standardError, int users) {
    static MetricResult of(String name, String variant, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / (values.length - 1);
        return new MetricResult(name, variant, mean, Math.sqrt(variance / values.length), values.length);
    }
}
