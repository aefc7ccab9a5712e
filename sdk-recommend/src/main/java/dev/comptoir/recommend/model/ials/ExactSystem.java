package dev.comptoir.recommend.model.ials;

import java.util.Arrays;

/** The normal equations of one row, solved by Cholesky. Not thread-safe. */
final class ExactSystem implements RowSystem {
    /*
     * With n interactions and d factors, A = X'X + D is d x d. For n < d the n x n system is smaller:
     *   w = inverse(D + X'X) X'1 = inverse(D) X' inverse(I + X inverse(D) X') 1.
     * Many customers of a small shop have a dozen purchases: a 64 x 64 system becomes one of 12 x 12.
     */
    private final float[] axes;
    private final float unobserved;
    private final Panel panel;
    private final int factors;
    private final float[][] matrix;
    private final Squares squares;
    private final float[][] scaled;
    private final float[] ones;
    private final float[] column;
    private final float[] diagonal;
    private final float[] side;

    ExactSystem(float[] axes, IalsSettings settings, Panel panel) {
        this.axes = axes;
        this.unobserved = (float) settings.unobservedWeight();
        this.panel = panel;
        this.factors = axes.length;
        this.matrix = new float[factors][factors];
        this.squares = new Squares(panel);
        this.scaled = new float[factors][factors];
        this.ones = new float[panel.rows.length];
        Arrays.fill(ones, 1);
        this.column = new float[factors];
        this.diagonal = new float[factors];
        this.side = new float[factors];
    }

    @Override
    public void solve(float penalty, float[] vector) {
        Arrays.fill(vector, 0);
        if (panel.size == 0) {
            return;
        }
        setDiagonal(penalty);
        if (panel.size < factors) {
            small(vector);
        } else {
            factor();
            Loops.addRows(vector, panel.rows, ones, panel.size, 0, factors);
            Cholesky.solve(matrix, factors, vector);
        }
    }

    /** Replaces b by the solution of A x = b. */
    void solveFor(float penalty, float[] b) {
        setDiagonal(penalty);
        factor();
        Cholesky.solve(matrix, factors, b);
    }

    private void setDiagonal(float penalty) {
        for (int k = 0; k < factors; k++) {
            diagonal[k] = Math.fma(unobserved, axes[k], penalty);
        }
    }

    private void factor() {
        for (int i = 0; i < factors; i++) {
            Arrays.fill(matrix[i], 0);
            matrix[i][i] = diagonal[i];
        }
        squares.addTo(matrix);
        Cholesky.factor(matrix, factors, column);
    }

    private void small(float[] vector) {
        int n = panel.size;
        for (int k = 0; k < factors; k++) {
            side[k] = 1 / (float) Math.sqrt(diagonal[k]);
        }
        for (int i = 0; i < n; i++) {
            float[] row = panel.rows[i];
            for (int k = 0; k < factors; k++) {
                scaled[k][i] = row[k] * side[k];
            }
        }
        for (int i = 0; i < n; i++) {
            float[] row = matrix[i];
            Arrays.fill(row, i, n, 0);
            row[i] = 1;
            for (int k = 0; k < factors; k++) {
                column[k] = scaled[k][i];
            }
            Loops.addRows(row, scaled, column, factors, i, n);
        }
        Cholesky.factor(matrix, n, column);
        Arrays.fill(side, 0, n, 1);
        Cholesky.solve(matrix, n, side);
        Loops.addRows(vector, panel.rows, side, n, 0, factors);
        for (int k = 0; k < factors; k++) {
            vector[k] /= diagonal[k];
        }
    }
}
