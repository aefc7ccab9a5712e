package dev.comptoir.recommend.evaluate.statistics;

/**
 * A mean with its 95 % interval. Immutable. All figures are NaN where there is no value.
 *
 * @param mean over questions
 * @param lower the lower end, by bootstrap percentile
 * @param upper the upper end
 * @param standardError of the mean, with units drawn; NaN for fewer than two units
 * @param units how many customers or sessions have a value
 * @param questions how many questions have a value
 */
public record Interval(double mean, double lower, double upper, double standardError, int units, int questions) {}
