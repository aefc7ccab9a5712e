package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.interaction.ItemFeatures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The embeddings of items, brought to length 1, with a column per dimension. Immutable and thread-safe. */
final class DenseVectors {
    /*
     * Dimension by dimension, so that the cosines of one item with all others are sums of scaled columns, which the compiler
     * turns into vector instructions; a scalar product for each pair would be a chain of dependent additions. Four columns at
     * a time spare three of four reads of the sums; the additions of every cosine have the same order always.
     */
    private static final int TILE = 2048;
    private static final int AT_ONCE = 4;

    private final int items;
    private final boolean[] known;
    private final float[][] columns;

    private DenseVectors(int items, boolean[] known, float[][] columns) {
        this.items = items;
        this.known = known;
        this.columns = columns;
    }

    /**
     * Those of the features; null where no item has one. A vector that is all zeros, or not finite, is none.
     *
     * @throws IllegalArgumentException if they are not equally long
     */
    static @Nullable DenseVectors of(ItemFeatures features) {
        int items = features.items();
        int dimensions = dimensions(features);
        boolean[] known = new boolean[items];
        boolean any = false;
        // Rounded up to whole groups of columns; those added are zeros.
        float[][] columns = new float[(dimensions + AT_ONCE - 1) / AT_ONCE * AT_ONCE][];
        for (int d = 0; d < columns.length; d++) {
            columns[d] = new float[items];
        }
        for (int item = 0; item < items; item++) {
            float[] vector = features.embedding(item);
            double norm = vector == null ? 0 : norm(vector, dimensions, item);
            if (vector != null && norm > 0 && norm < Double.POSITIVE_INFINITY) {
                known[item] = true;
                any = true;
                for (int d = 0; d < dimensions; d++) {
                    columns[d][item] = (float) (vector[d] / norm);
                }
            }
        }
        return any ? new DenseVectors(items, known, columns) : null;
    }

    /** The length of the first vector; 0 where there is none. */
    static int dimensions(ItemFeatures features) {
        for (int item = 0; item < features.items(); item++) {
            float[] vector = features.embedding(item);
            if (vector != null) {
                return vector.length;
            }
        }
        return 0;
    }

    private static double norm(float[] vector, int dimensions, int item) {
        if (vector.length != dimensions) {
            throw new IllegalArgumentException("The vector of item " + item + " has " + vector.length
                    + " dimensions, but must have " + dimensions + " as the others do.");
        }
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        return Math.sqrt(square);
    }

    boolean knows(int item) {
        return known[item];
    }

    /**
     * The cosines of a known item with all; 0 for those not known.
     *
     * @param cosine one per item, overwritten
     */
    void cosines(int item, float[] cosine) {
        for (int from = 0; from < items; from += TILE) {
            int to = Math.min(items, from + TILE);
            Arrays.fill(cosine, from, to, 0);
            for (int d = 0; d < columns.length; d += AT_ONCE) {
                add(cosine, from, to, item, columns[d], columns[d + 1], columns[d + 2], columns[d + 3]);
            }
        }
    }

    private static void add(float[] sum, int from, int to, int item, float[] a, float[] b, float[] c, float[] d) {
        float wa = a[item];
        float wb = b[item];
        float wc = c[item];
        float wd = d[item];
        for (int i = from; i < to; i++) {
            sum[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    /** The cosine of two items; 0 where one is not known. */
    float cosine(int left, int right) {
        float sum = 0;
        for (int d = 0; d < columns.length; d += AT_ONCE) {
            sum += columns[d][left] * columns[d][right]
                    + columns[d + 1][left] * columns[d + 1][right]
                    + columns[d + 2][left] * columns[d + 2][right]
                    + columns[d + 3][left] * columns[d + 3][right];
        }
        return Math.max(-1, Math.min(1, sum));
    }
}
