package dev.comptoir.recommend.model.ials;

/** The inner loops. Every sum runs in the order of its index, each product with one rounding. Stateless. */
final class Loops {
    /*
     * HotSpot vectorises a loop over several arrays only if all of them are read and written at the same index: an offset of one
     * array against another hides from it that they do not overlap. So every vector is an array of its own. More than four
     * sources pass its limit on the size of a loop. A dot product it never vectorises; eight at once hide the latency.
     */
    private Loops() {}

    /** Adds four weighted vectors to {@code y}. */
    static void add4(
            float[] y,
            float[] x0,
            float[] x1,
            float[] x2,
            float[] x3,
            float w0,
            float w1,
            float w2,
            float w3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            y[j] = Math.fma(w3, x3[j], Math.fma(w2, x2[j], Math.fma(w1, x1[j], Math.fma(w0, x0[j], y[j]))));
        }
    }

    /** Adds one weighted vector to {@code y}. */
    static void add1(float[] y, float[] x, float w, int from, int to) {
        for (int j = from; j < to; j++) {
            y[j] = Math.fma(w, x[j], y[j]);
        }
    }

    /** The products of eight rows, from {@code at} on, with one vector. */
    static void dot8(float[][] rows, int at, float[] v, float[] products) {
        float[] x0 = rows[at];
        float[] x1 = rows[at + 1];
        float[] x2 = rows[at + 2];
        float[] x3 = rows[at + 3];
        float[] x4 = rows[at + 4];
        float[] x5 = rows[at + 5];
        float[] x6 = rows[at + 6];
        float[] x7 = rows[at + 7];
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int k = 0; k < v.length; k++) {
            float w = v[k];
            s0 = Math.fma(x0[k], w, s0);
            s1 = Math.fma(x1[k], w, s1);
            s2 = Math.fma(x2[k], w, s2);
            s3 = Math.fma(x3[k], w, s3);
            s4 = Math.fma(x4[k], w, s4);
            s5 = Math.fma(x5[k], w, s5);
            s6 = Math.fma(x6[k], w, s6);
            s7 = Math.fma(x7[k], w, s7);
        }
        products[0] = s0;
        products[1] = s1;
        products[2] = s2;
        products[3] = s3;
        products[4] = s4;
        products[5] = s5;
        products[6] = s6;
        products[7] = s7;
    }

    /** The product of two vectors, in four interleaved sums. */
    static float dot(float[] a, float[] b, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int k = from;
        for (; k + 4 <= to; k += 4) {
            s0 = Math.fma(a[k], b[k], s0);
            s1 = Math.fma(a[k + 1], b[k + 1], s1);
            s2 = Math.fma(a[k + 2], b[k + 2], s2);
            s3 = Math.fma(a[k + 3], b[k + 3], s3);
        }
        for (; k < to; k++) {
            s0 = Math.fma(a[k], b[k], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Adds the rows' weighted sum to {@code y}. */
    static void addRows(float[] y, float[][] rows, float[] weights, int count, int from, int to) {
        int r = 0;
        for (; r + 4 <= count; r += 4) {
            add4(
                    y,
                    rows[r],
                    rows[r + 1],
                    rows[r + 2],
                    rows[r + 3],
                    weights[r],
                    weights[r + 1],
                    weights[r + 2],
                    weights[r + 3],
                    from,
                    to);
        }
        for (; r < count; r++) {
            add1(y, rows[r], weights[r], from, to);
        }
    }

    /** Adds the products of all pairs of columns to the upper triangle of {@code a}, what is below is undefined. */
    static void addSquares(float[][] a, float[][] rows, int count) {
        int columns = a.length;
        int r = 0;
        for (; r + 4 <= count; r += 4) {
            float[] x0 = rows[r];
            float[] x1 = rows[r + 1];
            float[] x2 = rows[r + 2];
            float[] x3 = rows[r + 3];
            for (int i = 0; i < columns; i++) {
                add4(a[i], x0, x1, x2, x3, x0[i], x1[i], x2[i], x3[i], i & -16, columns);
            }
        }
        for (; r < count; r++) {
            float[] x = rows[r];
            for (int i = 0; i < columns; i++) {
                add1(a[i], x, x[i], i & -16, columns);
            }
        }
    }
}
