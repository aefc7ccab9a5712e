package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.SpdInverse;
import dev.comptoir.recommend.linalg.Tiles;

/**
 * A trained EASE^R model: for every pair of items, how much having the one speaks for the other. Immutable and thread-safe.
 * Memory: 2 I^2 bytes for I items. Training takes about I^3 operations; twice the items, eight times the time.
 */
public final class Ease {
    /*
     * Steck: "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019 (arXiv 1905.03375).
     *   G = X'X,   P = inverse(G + regularization * I),   B_ij = -P_ij / P_jj for i != j,   B_jj = 0,
     *   score_uj = sum over i of x_ui B_ij.
     * X is binary. Negative weights are kept, as in the paper.
     *
     * Only the lower triangle of the symmetric P is kept, in single precision: half the memory of B. Up to DOUBLE_ITEMS items
     * the inverse runs in double precision, because it costs little there; above, in single precision.
     */
    private static final int DOUBLE_ITEMS = 1500;

    private final float[][] inverse;
    private final double[] minusInverseDiagonal;
    private final double regularization;

    private Ease(float[][] inverse, double regularization) {
        this.inverse = inverse;
        this.regularization = regularization;
        this.minusInverseDiagonal = new double[inverse.length];
        for (int j = 0; j < inverse.length; j++) {
            minusInverseDiagonal[j] = -1.0 / inverse[j][j];
        }
    }

    /**
     * Trains on the whole history.
     *
     * @param regularization above 0; 10 to 10,000 are usual, larger for sparser data
     * @param tiles the threads to use; they do not show in the result
     */
    public static Ease train(InteractionMatrix matrix, double regularization, Tiles tiles) {
        return train(matrix, regularization, tiles, matrix.items() <= DOUBLE_ITEMS);
    }

    static Ease train(InteractionMatrix matrix, double regularization, Tiles tiles, boolean doublePrecision) {
        if (!(regularization > 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException(
                    "The regularization is " + regularization + ", but must be a number above 0.");
        }
        return new Ease(
                doublePrecision ? inDouble(matrix, regularization, tiles) : inSingle(matrix, regularization, tiles),
                regularization);
    }

    private static float[][] inSingle(InteractionMatrix matrix, double regularization, Tiles tiles) {
        float[][] gram = Gram.count(matrix, tiles);
        for (int i = 0; i < gram.length; i++) {
            gram[i][i] += (float) regularization;
        }
        SpdInverse.invert(gram, tiles);
        return gram;
    }

    private static float[][] inDouble(InteractionMatrix matrix, double regularization, Tiles tiles) {
        float[][] result = Gram.count(matrix, tiles);
        double[][] gram = new double[result.length][];
        for (int i = 0; i < gram.length; i++) {
            gram[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                gram[i][j] = result[i][j];
            }
            gram[i][i] += regularization;
        }
        SpdInverse.invert(gram, tiles);
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = (float) gram[i][j];
            }
        }
        return result;
    }

    /** Memory that training needs, in bytes, before anything is allocated. */
    public static long estimateBytes(int items) {
        long single = SpdInverse.estimateBytes(items, Float.BYTES);
        return items <= DOUBLE_ITEMS ? single + SpdInverse.estimateBytes(items, Double.BYTES) : single;
    }

    public int items() {
        return inverse.length;
    }

    public double regularization() {
        return regularization;
    }

    /** What having item {@code from} says for item {@code to}: B of the paper. */
    public double weight(int from, int to) {
        if (from == to) {
            return 0;
        }
        return minusInverseDiagonal[to] * (from > to ? inverse[from][to] : inverse[to][from]);
    }

    /**
     * Scores of all items for somebody who has some. Adds in the order given.
     *
     * @param items distinct item indexes
     * @param weights how much each counts, 1 as in training
     */
    public double[] scores(int[] items, double[] weights) {
        double[] sums = new double[inverse.length];
        for (int k = 0; k < items.length; k++) {
            int i = items[k];
            double weight = weights[k];
            float[] row = inverse[i];
            for (int j = 0; j < i; j++) {
                sums[j] += weight * row[j];
            }
            for (int j = i + 1; j < inverse.length; j++) {
                sums[j] += weight * inverse[j][i];
            }
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] *= minusInverseDiagonal[j];
        }
        return sums;
    }
}
