package dev.comptoir.recommend.linalg;

/** Inverts one small diagonal block of a symmetric positive definite matrix, always in double precision. */
final class PivotBlock {
    private PivotBlock() {}

    /**
     * Replaces a symmetric positive definite matrix by its inverse: Gauss-Jordan without pivoting, which needs none here.
     *
     * @param a the full matrix, row by row, with rows {@code stride} apart
     * @param size its number of rows
     * @param firstRow where the block begins in the whole matrix, for the message
     */
    static void invert(double[] a, int size, int stride, int firstRow) {
        double[] pivotRow = new double[size];
        for (int k = 0; k < size; k++) {
            double pivot = a[k * stride + k];
            if (!(pivot > 0)) {
                throw new ArithmeticException("The matrix is not positive definite: pivot " + pivot + " at row "
                        + (firstRow + k) + ". Maybe the regularization is too small for the precision?");
            }
            double inverse = 1 / pivot;
            for (int j = 0; j < size; j++) {
                a[k * stride + j] *= inverse;
            }
            a[k * stride + k] = inverse;
            // In an array of its own, for only then does HotSpot vectorise the loop.
            System.arraycopy(a, k * stride, pivotRow, 0, size);
            for (int i = 0; i < size; i++) {
                if (i == k) {
                    continue;
                }
                double factor = a[i * stride + k];
                a[i * stride + k] = 0;
                int at = i * stride;
                for (int j = 0; j < size; j++) {
                    a[at + j] = Math.fma(-factor, pivotRow[j], a[at + j]);
                }
            }
        }
        symmetrise(a, size, stride);
    }

    private static void symmetrise(double[] a, int size, int stride) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (a[i * stride + j] + a[j * stride + i]);
                a[i * stride + j] = mean;
                a[j * stride + i] = mean;
            }
        }
    }
}
