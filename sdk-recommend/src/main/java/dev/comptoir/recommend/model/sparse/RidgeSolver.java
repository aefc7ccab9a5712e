package dev.comptoir.recommend.model.sparse;

/** Solves systems of a symmetric positive definite matrix by Cholesky, in double precision. Keeps its space. Not thread-safe. */
final class RidgeSolver {
    private final double[][] upper;
    private final double[] x;

    /** Room for so many unknowns. */
    RidgeSolver(int capacity) {
        upper = new double[capacity][capacity];
        x = new double[capacity];
    }

    /** The upper triangle, row by row, to be filled before each solution. */
    double[][] matrix() {
        return upper;
    }

    /** The right-hand side before, the solution after. */
    double[] vector() {
        return x;
    }

    /** Solves for the first {@code n} unknowns; overwrites matrix and right-hand side. */
    void solve(int n) {
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            factorPanel(k, k + 4, n);
            double[] u0 = upper[k];
            double[] u1 = upper[k + 1];
            double[] u2 = upper[k + 2];
            double[] u3 = upper[k + 3];
            for (int i = k + 4; i < n; i++) {
                subtractFour(upper[i], u0, u1, u2, u3, -u0[i], -u1[i], -u2[i], -u3[i], i, n);
            }
        }
        factorPanel(k, n, n);
        for (int i = 0; i < n; i++) {
            x[i] /= upper[i][i];
            addOne(x, upper[i], -x[i], i + 1, n);
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = upper[i];
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
    }

    /** Rows {@code from} to {@code to} of the factor, from what the rows above have left of them. */
    private void factorPanel(int from, int to, int n) {
        for (int k = from; k < to; k++) {
            double[] row = upper[k];
            if (!(row[k] > 0)) {
                throw new ArithmeticException("The matrix is not positive definite: pivot " + row[k]
                        + ". Maybe the regularization is too small?");
            }
            double inverse = 1 / Math.sqrt(row[k]);
            for (int j = k; j < n; j++) {
                row[j] *= inverse;
            }
            for (int i = k + 1; i < to; i++) {
                addOne(upper[i], row, -row[i], i, n);
            }
        }
    }

    private static void subtractFour(
            double[] out,
            double[] u0,
            double[] u1,
            double[] u2,
            double[] u3,
            double w0,
            double w1,
            double w2,
            double w3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            out[j] = Math.fma(w3, u3[j], Math.fma(w2, u2[j], Math.fma(w1, u1[j], Math.fma(w0, u0[j], out[j]))));
        }
    }

    private static void addOne(double[] out, double[] u, double weight, int from, int to) {
        for (int j = from; j < to; j++) {
            out[j] = Math.fma(weight, u[j], out[j]);
        }
    }
}
