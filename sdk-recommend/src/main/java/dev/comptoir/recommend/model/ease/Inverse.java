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
        int items = matrix.items();
        float[][] rows = new float[items][items];
        Gram.count(matrix, rows, tiles);
        if (objective.contentWeight() > 0) {
            ContentGram.of(features).add(objective.contentWeight(), rows, tiles);
        }
        int[] counts = matrix.itemCounts();
        double[] added = new double[items];
        Arrays.setAll(added, item -> objective.diagonal(counts[item]));
        return inDouble ? inDouble(rows, added, tiles) : inSingle(rows, added, tiles);
    }

    private static Inverse inSingle(float[][] rows, double[] added, Tiles tiles) {
        double[] diagonal = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = (float) (rows[i][i] + added[i]);
        }
        SpdInverse.invertFull(rows, tiles);
        for (int i = 0; i < rows.length; i++) {
            diagonal[i] = rows[i][i];
            rows[i][i] = 0;
        }
        return new Inverse(rows, diagonal);
    }

    private static Inverse inDouble(float[][] rows, double[] added, Tiles tiles) {
        double[][] exact = new double[rows.length][];
        double[] diagonal = new double[rows.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                exact[i][j] = rows[i][j];
            }
            exact[i][i] += added[i];
        }
        SpdInverse.invert(exact, tiles);
        for (int i = 0; i < exact.length; i++) {
            diagonal[i] = exact[i][i];
            for (int j = 0; j < i; j++) {
                rows[i][j] = (float) exact[i][j];
                rows[j][i] = rows[i][j];
            }
            rows[i][i] = 0;
        }
        return new Inverse(rows, diagonal);
    }

    /** Memory that computing it takes at its peak, in bytes. */
    static long estimateBytes(int items) {
        long rows = (Float.BYTES * (long) items + 16) * items + 8L * items;
        // Inverting takes a panel and its product, or a triangle of doubles.
        return items <= DOUBLE_ITEMS
                ? rows + SpdInverse.estimateBytes(items, Double.BYTES)
                : rows + 2L * 64 * Float.BYTES * items;
    }
}
