package dev.comptoir.recommend.rank;

/** Scores on one scale, so that their weight beside variety and calibration means the same in every list. */
final class Relevance {
    private Relevance() {}

    /** From 0 for the least of them to 1 for the best; all 1 where they are equal. */
    static float[] unit(float[] scores) {
        float least = Float.POSITIVE_INFINITY;
        float best = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            least = Math.min(least, score);
            best = Math.max(best, score);
        }
        float[] unit = new float[scores.length];
        double span = (double) best - least;
        for (int i = 0; i < unit.length; i++) {
            unit[i] = span > 0 ? (float) (((double) scores[i] - least) / span) : 1;
        }
        return unit;
    }

    static void requireFinite(float[] relevance) {
        for (int i = 0; i < relevance.length; i++) {
            if (!Float.isFinite(relevance[i])) {
                throw new IllegalArgumentException(
                        "The relevance of candidate " + i + " is " + relevance[i] + ", but must be finite.");
            }
        }
    }

    /** Refuses what is not a number within a range, both ends allowed. */
    static void requireWithin(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + value + ", but must be " + least + " to " + most + ".");
        }
    }
}
