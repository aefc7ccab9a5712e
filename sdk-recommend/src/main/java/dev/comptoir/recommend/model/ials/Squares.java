package dev.comptoir.recommend.model.ials;

import java.util.Arrays;

/** X'X of the rows of a panel. Not thread-safe. */
final class Squares {
    /** A longer sum in single precision would lose its small terms. */
    private static final int SUMMED_AT_ONCE = 1024;

    private final Panel panel;
    private final float[][] partial;
    private final float[][] part;

    Squares(Panel panel) {
        int factors = panel.rows.length > SUMMED_AT_ONCE ? panel.factors() : 0;
        this.panel = panel;
        this.partial = new float[factors][factors];
        this.part = new float[SUMMED_AT_ONCE][];
    }

    /** Adds to the upper triangle; what is below is undefined afterwards. */
    void addTo(float[][] matrix) {
        if (panel.size <= SUMMED_AT_ONCE) {
            Loops.addSquares(matrix, panel.rows, panel.size);
            return;
        }
        for (int start = 0; start < panel.size; start += SUMMED_AT_ONCE) {
            int count = Math.min(SUMMED_AT_ONCE, panel.size - start);
            System.arraycopy(panel.rows, start, part, 0, count);
            for (float[] row : partial) {
                Arrays.fill(row, 0);
            }
            Loops.addSquares(partial, part, count);
            for (int i = 0; i < matrix.length; i++) {
                Loops.add1(matrix[i], partial[i], 1, i, matrix.length);
            }
        }
    }
}
