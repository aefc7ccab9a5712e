package dev.comptoir.recommend.rank;

/**
 * How a list is made of scores. Immutable.
 *
 * @param limit how many items, at least 1
 * @param variety how doubles are kept apart
 * @param strength of the variety: lambda of MMR, 0 to 1; theta of the DPP, 0 to 20; of no meaning for none
 * @param calibration weight of the customer's mix of categories, 0 to 1; 0 leaves it out
 * @param smoothing alpha of the calibration, above 0 to 1
 */
public record RerankSettings(int limit, Variety variety, double strength, double calibration, double smoothing) {
    /** How doubles are kept apart. */
    public enum Variety {
        /** Not at all: the order of scores. */
        NONE,
        /** {@link Mmr}: the next one must not be like any before it. */
        MMR,
        /** {@link FastDpp}: all together span as much as they can. */
        DPP
    }

    private static final int LEAST_POOL = 100;
    private static final int LARGEST_POOL = 2000;

    public RerankSettings {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must be at least 1.");
        }
        if (variety != Variety.NONE) {
            Relevance.requireWithin("strength of " + variety, strength, 0, variety == Variety.MMR ? 1 : 20);
        }
        Calibration.check(calibration, smoothing);
    }

    /** The best by score, with neither variety nor calibration. */
    public static RerankSettings of(int limit) {
        return new RerankSettings(limit, Variety.NONE, 0, 0, 0.01);
    }

    /** The same with MMR; lambda is the weight of variety, .1 to .5 is usual. */
    public RerankSettings withMmr(double lambda) {
        return new RerankSettings(limit, Variety.MMR, lambda, calibration, smoothing);
    }

    /** The same with a DPP; theta is the weight of relevance, .5 to 5 is usual. */
    public RerankSettings withDpp(double theta) {
        return new RerankSettings(limit, Variety.DPP, theta, calibration, smoothing);
    }

    /** The same with the customer's mix; lambda is its weight, 0 to 1. */
    public RerankSettings withCalibration(double lambda) {
        return new RerankSettings(limit, variety, strength, lambda, smoothing);
    }

    /** How many of the best are looked at: ten times the limit, at least 100, and from 2,000 on no more than the limit. */
    int pool() {
        return Math.max(Math.max(LEAST_POOL, limit), (int) Math.min(10L * limit, LARGEST_POOL));
    }
}
