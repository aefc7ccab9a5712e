package dev.comptoir.recommend.linalg;

/**
 * The inner loops of dense linear algebra in single precision. Every sum runs in ascending order with one rounding for each
 * product and sum (fused multiply-add), so that all kernels give the same bits. Stateless and thread-safe.
 */
public interface Kernel {
    /*
     * A processor without fused multiply-add (x86 before 2013) computes Math.fma in software, hundreds of times slower; the
     * results stay the same.
     */

    /**
     * The fastest kernel that this JVM allows: with vector instructions where the JVM was started with {@code --add-modules
     * jdk.incubator.vector}, otherwise {@link #plain}.
     */
    static Kernel best() {
        return Kernels.BEST;
    }

    /** Plain loops, which HotSpot turns into vector instructions by itself. */
    static Kernel plain() {
        return Kernels.PLAIN;
    }

    /** {@code plain} or {@code vector}. */
    String name();

    /**
     * Adds weighted rows: {@code sums[j] += sum over k of weights[k] rows[indexes[k]][j]}, for {@code j} from 0 to
     * {@code length}. The scores of all items for one user, with factors by dimension.
     *
     * @param size how many of the indexes and weights count
     */
    void addRows(float[][] rows, int[] indexes, float[] weights, int size, float[] sums, int length);

    /**
     * Adds to the lower triangle of a small square matrix: {@code sums[i][j] += sum over k of left[k][i] right[k][j]}, for
     * {@code j <= i}; above the diagonal anything may be left. With {@code left == right} the Gram matrix of some rows.
     *
     * @param count how many rows of both count
     * @param sums rows of equal length
     */
    void addGram(float[][] left, float[][] right, int count, float[][] sums);
}
