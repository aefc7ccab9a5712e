package dev.comptoir.recommend.evaluate.statistics;

import dev.comptoir.recommend.linalg.Tiles;

/**
 * Whether one model is better than another on the same questions. Immutable.
 *
 * @param difference the mean of the differences with its interval, by the paired bootstrap
 * @param pValue of the hypothesis that it is 0, by the paired sign-flip permutation; 0 to 1, never 0
 * @param detectable the smallest difference that a sample of this size shows four times in five: 2.8 standard errors
 */
public record Comparison(Interval difference, double pValue, double detectable) {
    private static final double DETECTABLE_ERRORS = 2.8;

    /**
     * Compares by differences.
     *
     * @param differences one model's value less the other's, question by question
     */
    public static Comparison of(Sample differences, long seed, Tiles tiles) {
        Interval interval = Bootstrap.interval(differences, seed, tiles);
        return new Comparison(
                interval,
                SignFlip.pValue(differences, SignFlip.ROUNDS, seed, tiles),
                DETECTABLE_ERRORS * interval.standardError());
    }
}
