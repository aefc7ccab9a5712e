package dev.comptoir.recommend.linalg;

/** What {@link FloatSweep} needs beside the public loops, in the layout that the kernel likes best. */
interface BlockKernel extends Kernel {
    /** A panel of zeros. */
    Panel panel(int rows, int columns);

    /**
     * Adds a product to the lower triangle of a matrix: {@code rows[i][j] += sum over k of weights(k, i) panel(k, j)}, for
     * {@code j <= i}. Above the diagonal, as far as rows reach there, anything may be left.
     *
     * @param first a multiple of 64
     * @param last at most 64 more
     * @param depth how many rows of the panels count
     */
    void addLower(float[][] rows, int first, int last, Panel weights, Panel panel, int depth);

    /**
     * One tile of a product: {@code out(k, j) = sum over l of symmetric[l stride + k] panel(l, j)}.
     *
     * @param depth how many rows the panels and the symmetric matrix have
     */
    void multiply(float[] symmetric, int stride, Panel panel, Panel out, int tile, int depth);
}
