package dev.comptoir.recommend.model.ials;

/** The eigenvalues and eigenvectors of a small symmetric matrix, in double precision, on one thread. Used once. */
final class SymmetricEigen {
    /*
     * Householder reflections make the matrix tridiagonal, implicit QL with Wilkinson's shift makes it diagonal (Golub, Van
     * Loan, Matrix Computations, chapter 8). Rows of arrays are contiguous and every inner loop runs along one: about 10 n^3
     * operations.
     */
    private static final int MAX_ROUNDS = 60;

    /** Descending. */
    final double[] values;
    /** One eigenvector a row, in the order of the values. */
    final double[][] vectors;

    private final double[] beside;

    /** @param a full and symmetric; overwritten */
    SymmetricEigen(double[][] a) {
        int n = a.length;
        this.values = new double[n];
        this.beside = new double[n];
        double[] betas = tridiagonal(a);
        this.vectors = transposed(accumulate(a, betas));
        diagonal();
        sort();
    }

    /** Leaves each reflection's vector in the row it made tridiagonal, right of the diagonal. */
    private double[] tridiagonal(double[][] a) {
        int n = a.length;
        double[] betas = new double[n];
        double[] w = new double[n];
        for (int k = 0; k < n; k++) {
            double[] v = a[k];
            values[k] = v[k];
            if (k + 1 == n) {
                break;
            }
            double square = 0;
            for (int j = k + 2; j < n; j++) {
                square += v[j] * v[j];
            }
            if (square == 0) {
                beside[k] = v[k + 1];
                continue;
            }
            double length = Math.sqrt(v[k + 1] * v[k + 1] + square);
            double first = v[k + 1] > 0 ? v[k + 1] + length : v[k + 1] - length;
            beside[k] = v[k + 1] > 0 ? -length : length;
            v[k + 1] = first;
            double beta = 2 / (first * first + square);
            betas[k] = beta;
            for (int j = k + 1; j < n; j++) {
                w[j] = 0;
            }
            for (int i = k + 1; i < n; i++) {
                add(w, a[i], beta * v[i], k + 1, n);
            }
            double along = 0;
            for (int j = k + 1; j < n; j++) {
                along += w[j] * v[j];
            }
            add(w, v, -beta * along / 2, k + 1, n);
            for (int i = k + 1; i < n; i++) {
                add(a[i], w, -v[i], k + 1, n);
                add(a[i], v, -w[i], k + 1, n);
            }
        }
        return betas;
    }

    private static double[][] accumulate(double[][] a, double[] betas) {
        int n = a.length;
        double[][] q = new double[n][n];
        double[] sum = new double[n];
        for (int i = 0; i < n; i++) {
            q[i][i] = 1;
        }
        for (int k = n - 2; k >= 0; k--) {
            if (betas[k] == 0) {
                continue;
            }
            double[] v = a[k];
            for (int j = k + 1; j < n; j++) {
                sum[j] = 0;
            }
            for (int i = k + 1; i < n; i++) {
                add(sum, q[i], v[i], k + 1, n);
            }
            for (int i = k + 1; i < n; i++) {
                add(q[i], sum, -betas[k] * v[i], k + 1, n);
            }
        }
        return q;
    }

    private void diagonal() {
        int n = values.length;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale = Math.max(scale, Math.abs(values[i]) + Math.abs(beside[i]));
        }
        double tiny = scale * 0x1.0p-53;
        for (int l = 0; l < n; l++) {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                int m = l;
                while (m < n - 1 && Math.abs(beside[m]) > tiny) {
                    m++;
                }
                if (m == l) {
                    break;
                }
                step(l, m);
            }
        }
    }

    /** One implicit QL step on the rows {@code l} to {@code m}, which hang together. */
    private void step(int l, int m) {
        double half = (values[l + 1] - values[l]) / (2 * beside[l]);
        double root = Math.sqrt(half * half + 1);
        double g = values[m] - values[l] + beside[l] / (half >= 0 ? half + root : half - root);
        double sine = 1;
        double cosine = 1;
        double moved = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            double r = Math.sqrt(f * f + g * g);
            beside[i + 1] = r;
            if (r == 0) {
                values[i + 1] -= moved;
                beside[m] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = values[i + 1] - moved;
            r = (values[i] - g) * sine + 2 * cosine * b;
            moved = sine * r;
            values[i + 1] = g + moved;
            g = cosine * r - b;
            rotate(vectors[i], vectors[i + 1], sine, cosine);
        }
        values[l] -= moved;
        beside[l] = g;
        beside[m] = 0;
    }

    private static void rotate(double[] low, double[] high, double sine, double cosine) {
        for (int k = 0; k < low.length; k++) {
            double h = high[k];
            double w = low[k];
            high[k] = sine * w + cosine * h;
            low[k] = cosine * w - sine * h;
        }
    }

    private void sort() {
        int n = values.length;
        for (int i = 0; i < n - 1; i++) {
            int largest = i;
            for (int j = i + 1; j < n; j++) {
                if (values[j] > values[largest]) {
                    largest = j;
                }
            }
            double value = values[i];
            values[i] = values[largest];
            values[largest] = value;
            double[] vector = vectors[i];
            vectors[i] = vectors[largest];
            vectors[largest] = vector;
        }
    }

    private static double[][] transposed(double[][] a) {
        double[][] result = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    private static void add(double[] y, double[] x, double w, int from, int to) {
        for (int j = from; j < to; j++) {
            y[j] += w * x[j];
        }
    }
}
