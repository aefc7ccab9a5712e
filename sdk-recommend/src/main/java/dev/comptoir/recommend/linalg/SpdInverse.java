package dev.comptoir.recommend.linalg;

/**
 * The inverse of a symmetric positive definite matrix, in place, in about n^3 floating-point operations. The same bits for
 * any number of threads. Only the lower triangle is read: row {@code i} has {@code i + 1} values, or all. Stateless.
 */
public final class SpdInverse {
    /*
     * Symmetric blocked sweep (Gauss-Jordan). Sweeping a block K of rows replaces, with D = inverse(A[K,K]),
     *   A[i,j] by A[i,j] - A[i,K] D A[K,j],   A[i,K] by A[i,K] D,   A[K,K] by -D      (i, j outside of K),
     * which keeps the matrix symmetric; after all blocks it is -inverse(A). No pivoting is needed, for every pivot block of
     * a positive definite matrix is positive definite. The pivot block is inverted in double precision in both variants.
     *
     * Blocks of 64 rows; the kernel does the update of rank 64. Every element adds its 64 products in the same order, each with one
     * rounding (Math.fma): neither the kernel, nor the vector width, nor tiles, nor threads show in the result.
     */
    static final int BLOCK = 64;

    private SpdInverse() {}

    /**
     * Replaces a matrix by its inverse, in single precision.
     *
     * @param lower the lower triangle, row {@code i} of {@code i + 1} values; overwritten
     * @throws ArithmeticException if the matrix is not positive definite
     */
    public static void invert(float[][] lower, Tiles tiles) {
        for (int i = 0; i < lower.length; i++) {
            check(i, lower[i].length);
        }
        new FloatSweep(Kernels.BEST, lower, tiles).run();
    }

    /**
     * Replaces a matrix by the whole of its inverse, in single precision: what {@link #invert(float[][], Tiles)} does, and the
     * upper triangle too.
     *
     * @param rows rows of as many values as there are rows; only the lower triangle is read, all is overwritten
     * @throws ArithmeticException if the matrix is not positive definite
     */
    public static void invertFull(float[][] rows, Tiles tiles) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows.length) {
                throw new IllegalArgumentException("Row " + i + " of a square matrix has " + rows[i].length
                        + " values, but must have " + rows.length + ".");
            }
        }
        invertFull(Kernels.BEST, rows, tiles);
    }

    static void invertFull(BlockKernel kernel, float[][] rows, Tiles tiles) {
        new FloatSweep(kernel, rows, tiles).run();
        mirror(rows, tiles);
    }

    /** Copies the lower triangle to the upper one, in squares, so that what is read across rows stays in the cache. */
    private static void mirror(float[][] rows, Tiles tiles) {
        int n = rows.length;
        tiles.run((n + BLOCK - 1) / BLOCK, tile -> {
            int left = tile * BLOCK;
            for (int top = left; top < n; top += BLOCK) {
                for (int j = left; j < Math.min(n, left + BLOCK); j++) {
                    float[] out = rows[j];
                    for (int i = Math.max(j + 1, top); i < Math.min(n, top + BLOCK); i++) {
                        out[i] = rows[i][j];
                    }
                }
            }
        });
    }

    /**
     * Replaces a matrix by its inverse, in double precision.
     *
     * @param lower the lower triangle, row {@code i} of {@code i + 1} values; overwritten
     * @throws ArithmeticException if the matrix is not positive definite
     */
    public static void invert(double[][] lower, Tiles tiles) {
        for (int i = 0; i < lower.length; i++) {
            check(i, lower[i].length);
        }
        new DoubleSweep(lower, tiles).run();
    }

    /** Memory for the matrix and the working space, in bytes, before anything is allocated. */
    public static long estimateBytes(int n, int bytesPerValue) {
        long triangle = (long) n * (n + 1L) / 2 + 2L * BLOCK * n;
        return triangle * bytesPerValue + 16L * n;
    }

    private static void check(int row, int length) {
        if (length != row + 1) {
            throw new IllegalArgumentException(
                    "Row " + row + " of a lower triangle has " + length + " values, but must have " + (row + 1) + ".");
        }
    }
}
