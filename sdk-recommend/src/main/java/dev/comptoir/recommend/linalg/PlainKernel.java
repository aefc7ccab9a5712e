package dev.comptoir.recommend.linalg;

import java.util.Arrays;

/** Plain loops. */
final class PlainKernel implements BlockKernel {
    /*
     * Contiguous inner loops of one row and four products with one index: small enough that HotSpot always unrolls and vectorises
     * them. JDK 17 runs them four times slower with two rows or eight products at once, or where arrays have different offsets.
     */
    private static final int WIDTH = 1024;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Panel panel(int rows, int columns) {
        return new Panel(rows, columns, WIDTH, false);
    }

    /** Four rows of the panel at a time, so that they stay in the first-level cache while the rows of the matrix pass. */
    @Override
    public void addLower(float[][] rows, int first, int last, Panel weights, Panel panel, int depth) {
        float[][] p = panel.data;
        float[][] w = weights.data;
        for (int from = 0; from < last; from += WIDTH) {
            int k = 0;
            for (; k + 4 <= depth; k += 4) {
                for (int i = first; i < last; i++) {
                    addFour(
                            rows[i],
                            p[k],
                            p[k + 1],
                            p[k + 2],
                            p[k + 3],
                            w[k][i],
                            w[k + 1][i],
                            w[k + 2][i],
                            w[k + 3][i],
                            from,
                            Math.min(from + WIDTH, i + 1));
                }
            }
            for (; k < depth; k++) {
                for (int i = first; i < last; i++) {
                    addOne(rows[i], p[k], w[k][i], from, Math.min(from + WIDTH, i + 1));
                }
            }
        }
    }

    @Override
    public void multiply(float[] symmetric, int stride, Panel panel, Panel out, int tile, int depth) {
        float[][] p = panel.data;
        int from = tile * WIDTH;
        int to = Math.min(panel.columns, from + WIDTH);
        for (int k = 0; k < depth; k++) {
            Arrays.fill(out.data[k], from, to, 0);
            int l = 0;
            for (; l + 4 <= depth; l += 4) {
                int at = l * stride + k;
                addFour(
                        out.data[k],
                        p[l],
                        p[l + 1],
                        p[l + 2],
                        p[l + 3],
                        symmetric[at],
                        symmetric[at + stride],
                        symmetric[at + 2 * stride],
                        symmetric[at + 3 * stride],
                        from,
                        to);
            }
            for (; l < depth; l++) {
                addOne(out.data[k], p[l], symmetric[l * stride + k], from, to);
            }
        }
    }

    @Override
    public void addRows(float[][] rows, int[] indexes, float[] weights, int size, float[] sums, int length) {
        for (int from = 0; from < length; from += WIDTH) {
            int to = Math.min(length, from + WIDTH);
            int k = 0;
            for (; k + 4 <= size; k += 4) {
                addFour(
                        sums,
                        rows[indexes[k]],
                        rows[indexes[k + 1]],
                        rows[indexes[k + 2]],
                        rows[indexes[k + 3]],
                        weights[k],
                        weights[k + 1],
                        weights[k + 2],
                        weights[k + 3],
                        from,
                        to);
            }
            for (; k < size; k++) {
                addOne(sums, rows[indexes[k]], weights[k], from, to);
            }
        }
    }

    @Override
    public void addGram(float[][] left, float[][] right, int count, float[][] sums) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            for (int i = 0; i < sums.length; i++) {
                addFour(
                        sums[i],
                        right[k],
                        right[k + 1],
                        right[k + 2],
                        right[k + 3],
                        left[k][i],
                        left[k + 1][i],
                        left[k + 2][i],
                        left[k + 3][i],
                        0,
                        i + 1);
            }
        }
        for (; k < count; k++) {
            for (int i = 0; i < sums.length; i++) {
                addOne(sums[i], right[k], left[k][i], 0, i + 1);
            }
        }
    }

    private static void addFour(
            float[] out,
            float[] p0,
            float[] p1,
            float[] p2,
            float[] p3,
            float w0,
            float w1,
            float w2,
            float w3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            out[j] = Math.fma(w3, p3[j], Math.fma(w2, p2[j], Math.fma(w1, p1[j], Math.fma(w0, p0[j], out[j]))));
        }
    }

    private static void addOne(float[] out, float[] p, float w, int from, int to) {
        for (int j = from; j < to; j++) {
            out[j] = Math.fma(w, p[j], out[j]);
        }
    }
}
