package dev.comptoir.recommend.select;

import java.util.Arrays;

/** How one model answered: for each question the objective, how near the targets were, and the first items. Immutable. */
@SuppressWarnings("ArrayRecordComponent")
record Answers(double[] value, double[] depth, int[][] lists, double seconds) {
    /*
     * Arrays as long as there are questions; NaN and null where a question was not asked. They are shared, not copied: they
     * never leave the package.
     */

    double mean(int[] which) {
        return Arrays.stream(which).mapToDouble(q -> value[q]).average().orElse(Double.NaN);
    }
}
