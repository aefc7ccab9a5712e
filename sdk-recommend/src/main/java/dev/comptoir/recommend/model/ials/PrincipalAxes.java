package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;

/** Turns the axes of all vectors, which changes no score, so that the Gram matrix of one side is diagonal. Stateless. */
final class PrincipalAxes {
    private static final int ROWS = 512;
    private static final double ROUNDING = 1e-7;

    private PrincipalAxes() {}

    /**
     * Turns both sides.
     *
     * @return the diagonal of {@code fixed}' {@code fixed}, descending
     */
    static float[] turn(float[][] fixed, float[][] others, int factors, Tiles tiles) {
        SymmetricEigen eigen = new SymmetricEigen(Gram.of(fixed, factors, tiles));
        // Row k holds what old axis k adds to each new one.
        float[][] turned = new float[factors][factors];
        for (int k = 0; k < factors; k++) {
            for (int j = 0; j < factors; j++) {
                turned[k][j] = (float) eigen.vectors[j][k];
            }
        }
        turn(fixed, turned, tiles);
        turn(others, turned, tiles);
        return floored(eigen.values);
    }

    /** The same diagonal of vectors whose axes were turned before. */
    static float[] diagonal(float[][] fixed, int factors, Tiles tiles) {
        return diagonal(Gram.of(fixed, factors, tiles));
    }

    private static float[] diagonal(double[][] gram) {
        double[] diagonal = new double[gram.length];
        for (int k = 0; k < gram.length; k++) {
            diagonal[k] = gram[k][k];
        }
        return floored(diagonal);
    }

    /** Axes along which nothing varies hold only what rounding left: no less than that is divided by. */
    private static float[] floored(double[] diagonal) {
        float[] result = new float[diagonal.length];
        for (int k = 0; k < diagonal.length; k++) {
            result[k] = (float) Math.max(diagonal[k], ROUNDING * Math.max(0, diagonal[0]));
        }
        return result;
    }

    private static void turn(float[][] rows, float[][] turned, Tiles tiles) {
        int factors = turned.length;
        tiles.run((rows.length + ROWS - 1) / ROWS, piece -> {
            float[] sum = new float[factors];
            for (int row = piece * ROWS; row < Math.min(rows.length, (piece + 1) * ROWS); row++) {
                Arrays.fill(sum, 0);
                Loops.addRows(sum, turned, rows[row], factors, 0, factors);
                System.arraycopy(sum, 0, rows[row], 0, factors);
            }
        });
    }
}
