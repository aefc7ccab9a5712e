package dev.comptoir.recommend.model.ials;

/** Small symmetric positive definite systems, upper triangles in rows. Stateless. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Replaces the upper triangle of A by U with U'U = A.
     *
     * @param column scratch of {@code n} values
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static void factor(float[][] a, int n, float[] column) {
        for (int i = 0; i < n; i++) {
            float[] row = a[i];
            for (int k = 0; k < i; k++) {
                column[k] = -a[k][i];
            }
            Loops.addRows(row, a, column, i, i, n);
            float pivot = row[i];
            if (!(pivot > 0)) {
                throw new ArithmeticException("The matrix is not positive definite: pivot " + pivot + " at row " + i
                        + ". Maybe the regularization is too small for the precision?");
            }
            float scale = 1 / (float) Math.sqrt(pivot);
            for (int j = i; j < n; j++) {
                row[j] *= scale;
            }
        }
    }

    /** Replaces b by the solution of U'U x = b. */
    static void solve(float[][] u, int n, float[] b) {
        for (int i = 0; i < n; i++) {
            float[] row = u[i];
            float value = b[i] / row[i];
            Loops.add1(b, row, -value, i + 1, n);
            b[i] = value;
        }
        for (int i = n - 1; i >= 0; i--) {
            float[] row = u[i];
            b[i] = (b[i] - Loops.dot(row, b, i + 1, n)) / row[i];
        }
    }
}
