package dev.comptoir.recommend.linalg;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector instructions of the processor, by the Vector API. Loaded by {@link Kernels} only where that is present. */
final class VectorKernel implements BlockKernel {
    /*
     * Products keep a tile of four rows by four vectors in registers while the sum runs. Measured against 4 x 3 and
     * 6 x 3, depth 64: the fastest with 512 bits, and level with 4 x 3 with 256 bits.
     */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 4 * LANES;
    private static final int ROWS = 16;
    private static final int COLUMNS = 1024;

    VectorKernel() {
        if (LANES < 4) {
            throw new UnsupportedOperationException("vectors of " + LANES + " values");
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Panel panel(int rows, int columns) {
        return new Panel(rows, columns, WIDTH, true);
    }

    /** Sixteen rows at a time: more would be more streams than the prefetcher follows, fewer read the panel too often. */
    @Override
    public void addLower(float[][] rows, int first, int last, Panel weights, Panel panel, int depth) {
        for (int top = first; top < last; top += ROWS) {
            int bottom = Math.min(last, top + ROWS);
            for (int column = 0; column < bottom; column += WIDTH) {
                float[] tile = panel.data[column / WIDTH];
                for (int i = top; i < bottom; i += 4) {
                    float[] w = weights.data[i / WIDTH];
                    int at = i % WIDTH;
                    if (i + 4 <= bottom && column + WIDTH <= shortest(rows, i)) {
                        fourByFour(
                                rows[i],
                                column,
                                rows[i + 1],
                                column,
                                rows[i + 2],
                                column,
                                rows[i + 3],
                                column,
                                w,
                                at,
                                WIDTH,
                                tile,
                                0,
                                WIDTH,
                                depth);
                    } else {
                        edge(rows, i, Math.min(bottom, i + 4), column, w, at, tile, depth);
                    }
                }
            }
        }
    }

    private static int shortest(float[][] rows, int i) {
        return Math.min(Math.min(rows[i].length, rows[i + 1].length), Math.min(rows[i + 2].length, rows[i + 3].length));
    }

    @Override
    public void multiply(float[] symmetric, int stride, Panel panel, Panel out, int tile, int depth) {
        float[] o = out.data[tile];
        float[] p = panel.data[tile];
        Arrays.fill(o, 0);
        int k = 0;
        for (; k + 4 <= depth; k += 4) {
            int at = k * WIDTH;
            fourByFour(
                    o,
                    at,
                    o,
                    at + WIDTH,
                    o,
                    at + 2 * WIDTH,
                    o,
                    at + 3 * WIDTH,
                    symmetric,
                    k,
                    stride,
                    p,
                    0,
                    WIDTH,
                    depth);
        }
        for (; k < depth; k++) {
            for (int c = 0; c < WIDTH; c += LANES) {
                oneByOne(o, k * WIDTH + c, symmetric, k, stride, p, c, WIDTH, depth);
            }
        }
    }

    /** Where the tile is cut off: computed apart. */
    private static void edge(
            float[][] rows, int first, int last, int column, float[] weights, int at, float[] tile, int depth) {
        float[] out = new float[WIDTH];
        for (int i = first; i < last; i++) {
            int length = Math.min(WIDTH, rows[i].length - column);
            if (length <= 0) {
                continue;
            }
            System.arraycopy(rows[i], column, out, 0, length);
            for (int c = 0; c < WIDTH; c += LANES) {
                oneByOne(out, c, weights, at + i - first, WIDTH, tile, c, WIDTH, depth);
            }
            System.arraycopy(out, 0, rows[i], column, length);
        }
    }

    @Override
    public void addRows(float[][] rows, int[] indexes, float[] weights, int size, float[] sums, int length) {
        for (int from = 0; from < length; from += COLUMNS) {
            int to = Math.min(length, from + COLUMNS);
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
                float[] row = rows[indexes[k]];
                for (int j = from; j < to; j++) {
                    sums[j] = Math.fma(weights[k], row[j], sums[j]);
                }
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
        FloatVector v0 = FloatVector.broadcast(SPECIES, w0);
        FloatVector v1 = FloatVector.broadcast(SPECIES, w1);
        FloatVector v2 = FloatVector.broadcast(SPECIES, w2);
        FloatVector v3 = FloatVector.broadcast(SPECIES, w3);
        int j = from;
        for (; j <= to - LANES; j += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, out, j);
            sum = v0.fma(FloatVector.fromArray(SPECIES, p0, j), sum);
            sum = v1.fma(FloatVector.fromArray(SPECIES, p1, j), sum);
            sum = v2.fma(FloatVector.fromArray(SPECIES, p2, j), sum);
            sum = v3.fma(FloatVector.fromArray(SPECIES, p3, j), sum);
            sum.intoArray(out, j);
        }
        for (; j < to; j++) {
            out[j] = Math.fma(w3, p3[j], Math.fma(w2, p2[j], Math.fma(w1, p1[j], Math.fma(w0, p0[j], out[j]))));
        }
    }

    @Override
    public void addGram(float[][] left, float[][] right, int count, float[][] sums) {
        int d = sums.length;
        float[] l = packed(left, count, d);
        float[] r = left == right ? l : packed(right, count, d);
        for (int i = 0; i < d; i++) {
            int j = 0;
            if (i + 4 <= d && i % 4 == 0) {
                for (; j <= i + 3 && j + WIDTH <= d; j += WIDTH) {
                    fourByFour(sums[i], j, sums[i + 1], j, sums[i + 2], j, sums[i + 3], j, l, i, d, r, j, d, count);
                }
            }
            finishRow(l, r, count, d, sums[i], i, i - i % 4 + 4 <= d ? done(i, d) : 0);
        }
    }

    /** Up to which column four rows at once have been computed. */
    private static int done(int row, int d) {
        int last = row - row % 4 + 3;
        return Math.min(d / WIDTH, last / WIDTH + 1) * WIDTH;
    }

    private static float[] packed(float[][] rows, int count, int d) {
        float[] result = new float[count * d];
        for (int k = 0; k < count; k++) {
            System.arraycopy(rows[k], 0, result, k * d, d);
        }
        return result;
    }

    private static void finishRow(float[] left, float[] right, int count, int d, float[] sums, int row, int from) {
        int j = from;
        for (; j <= row && j + LANES <= d; j += LANES) {
            oneByOne(sums, j, left, row, d, right, j, d, count);
        }
        for (; j <= row; j++) {
            float sum = sums[j];
            for (int k = 0; k < count; k++) {
                sum = Math.fma(left[k * d + row], right[k * d + j], sum);
            }
            sums[j] = sum;
        }
    }

    private static void oneByOne(
            float[] out, int at, float[] a, int a0, int aStride, float[] b, int b0, int bStride, int depth) {
        FloatVector sum = FloatVector.fromArray(SPECIES, out, at);
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k * aStride]);
            sum = x.fma(FloatVector.fromArray(SPECIES, b, b0 + k * bStride), sum);
        }
        sum.intoArray(out, at);
    }

    private static void fourByFour(
            float[] r0,
            int o0,
            float[] r1,
            int o1,
            float[] r2,
            int o2,
            float[] r3,
            int o3,
            float[] a,
            int a0,
            int aStride,
            float[] b,
            int b0,
            int bStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, r0, o0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, r0, o0 + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, r0, o0 + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, r0, o0 + 3 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, r1, o1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, r1, o1 + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, r1, o1 + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, r1, o1 + 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, r2, o2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, r2, o2 + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, r2, o2 + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, r2, o2 + 3 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, r3, o3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, r3, o3 + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, r3, o3 + 2 * LANES);
        FloatVector c33 = FloatVector.fromArray(SPECIES, r3, o3 + 3 * LANES);
        for (int k = 0; k < depth; k++) {
            int at = a0 + k * aStride;
            int from = b0 + k * bStride;
            FloatVector v0 = FloatVector.fromArray(SPECIES, b, from);
            FloatVector v1 = FloatVector.fromArray(SPECIES, b, from + LANES);
            FloatVector v2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
            FloatVector v3 = FloatVector.fromArray(SPECIES, b, from + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
            c00 = x.fma(v0, c00);
            c01 = x.fma(v1, c01);
            c02 = x.fma(v2, c02);
            c03 = x.fma(v3, c03);
            x = FloatVector.broadcast(SPECIES, a[at + 1]);
            c10 = x.fma(v0, c10);
            c11 = x.fma(v1, c11);
            c12 = x.fma(v2, c12);
            c13 = x.fma(v3, c13);
            x = FloatVector.broadcast(SPECIES, a[at + 2]);
            c20 = x.fma(v0, c20);
            c21 = x.fma(v1, c21);
            c22 = x.fma(v2, c22);
            c23 = x.fma(v3, c23);
            x = FloatVector.broadcast(SPECIES, a[at + 3]);
            c30 = x.fma(v0, c30);
            c31 = x.fma(v1, c31);
            c32 = x.fma(v2, c32);
            c33 = x.fma(v3, c33);
        }
        c00.intoArray(r0, o0);
        c01.intoArray(r0, o0 + LANES);
        c02.intoArray(r0, o0 + 2 * LANES);
        c03.intoArray(r0, o0 + 3 * LANES);
        c10.intoArray(r1, o1);
        c11.intoArray(r1, o1 + LANES);
        c12.intoArray(r1, o1 + 2 * LANES);
        c13.intoArray(r1, o1 + 3 * LANES);
        c20.intoArray(r2, o2);
        c21.intoArray(r2, o2 + LANES);
        c22.intoArray(r2, o2 + 2 * LANES);
        c23.intoArray(r2, o2 + 3 * LANES);
        c30.intoArray(r3, o3);
        c31.intoArray(r3, o3 + LANES);
        c32.intoArray(r3, o3 + 2 * LANES);
        c33.intoArray(r3, o3 + 3 * LANES);
    }
}
