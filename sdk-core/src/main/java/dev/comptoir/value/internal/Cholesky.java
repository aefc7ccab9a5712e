package dev.comptoir.value.internal;

import java.util.Optional;

/** The lower triangular root of a small symmetric positive definite matrix. Immutable. */
public final class Cholesky {
    private final double[][] root;

    private Cholesky(double[][] root) {
        this.root = root;
    }

    /** The root; empty where the matrix is not positive definite, or holds what is no number. */
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i != j) {
                    root[i][j] = sum / root[j][j];
                } else if (sum > 1e-12 * Math.abs(matrix[i][i]) && sum < Double.POSITIVE_INFINITY) {
                    root[i][i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cholesky(root));
    }

    /** The inverse of the matrix. */
    public double[][] inverse() {
        int n = root.length;
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n];
            x[column] = 1;
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < i; k++) {
                    x[i] -= root[i][k] * x[k];
                }
                x[i] /= root[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) {
                    x[i] -= root[k][i] * x[k];
                }
                x[i] /= root[i][i];
            }
            for (int i = 0; i < n; i++) {
                inverse[i][column] = x[i];
            }
        }
        return inverse;
    }

    /** The root times a vector. */
    public double[] times(double[] vector) {
        double[] product = new double[root.length];
        for (int i = 0; i < root.length; i++) {
            for (int k = 0; k <= i; k++) {
                product[i] += root[i][k] * vector[k];
            }
        }
        return product;
    }
}
