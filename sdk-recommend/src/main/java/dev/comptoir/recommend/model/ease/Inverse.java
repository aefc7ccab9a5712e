package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.SpdInverse;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;

/** The inverse that EASE trains: all rows of it without the diagonal, in single precision, and the diagonal in double. */
@SuppressWarnings("ArrayRecordComponent") // one owner, handed on at once
record Inverse(float[][] rows, double[] diagonal) {
    /** Up to so many items the inverse runs in double precision, because it costs little there. */
    static final int DOUBLE_ITEMS = 1500;

    static Inverse of(
            InteractionMatrix matrix, ItemFeatures features, Objective objective, Tiles tiles, boolean inDouble) {
        float[][] gram = new float[matrix.items()][];
        for (int i = 0; i < gram.length; i++) {
            gram[i] = new float[i + 1];
        }
        Gram.count(matrix, gram, tiles);
        if (objective.contentWeight() > 0) {
            ContentGram.of(features).add(objective.contentWeight(), gram, tiles);
        }
        int[] counts = matrix.itemCounts();
        double[] diagonal = inDouble
                ? invertInDouble(gram, counts, objective, tiles)
                : invertInSingle(gram, counts, objective, tiles);
        complete(gram);
        return new Inverse(gram, diagonal);
    }

    private static double[] invertInSingle(float[][] lower, int[] counts, Objective objective, Tiles tiles) {
        double[] diagonal = new double[lower.length];
        for (int i = 0; i < lower.length; i++) {
            lower[i][i] = (float) (lower[i][i] + objective.diagonal(counts[i]));
        }
        SpdInverse.invert(lower, tiles);
        for (int i = 0; i < lower.length; i++) {
            diagonal[i] = lower[i][i];
        }
        return diagonal;
    }

    private static double[] invertInDouble(float[][] lower, int[] counts, Objective objective, Tiles tiles) {
        double[][] exact = new double[lower.length][];
        double[] diagonal = new double[lower.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                exact[i][j] = lower[i][j];
            }
            exact[i][i] += objective.diagonal(counts[i]);
        }
        SpdInverse.invert(exact, tiles);
        for (int i = 0; i < exact.length; i++) {
            diagonal[i] = exact[i][i];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = (float) exact[i][j];
            }
        }
        return diagonal;
    }

    /** Makes rows of a lower triangle whole, with a diagonal of zeros. */
    static void complete(float[][] rows) {
        int items = rows.length;
        for (int i = 0; i < items; i++) {
            rows[i] = Arrays.copyOf(rows[i], items);
            rows[i][i] = 0;
        }
        // In squares, so that what is read across rows stays in the cache.
        int square = 64;
        for (int top = 0; top < items; top += square) {
            for (int left = 0; left <= top; left += square) {
                for (int i = top; i < Math.min(items, top + square); i++) {
                    for (int j = left; j < Math.min(i, left + square); j++) {
                        rows[j][i] = rows[i][j];
                    }
                }
            }
        }
    }

    /** Memory that computing it takes at its peak, in bytes. */
    static long estimateBytes(int items) {
        long full = (Float.BYTES * (long) items + 16) * items + 8L * items;
        // While all rows are made whole, one triangle is still there at most; inverting takes a panel, or a triangle of
        // doubles.
        return items <= DOUBLE_ITEMS
                ? full + SpdInverse.estimateBytes(items, Double.BYTES)
                : full + 2L * 64 * Float.BYTES * items;
    }
}
