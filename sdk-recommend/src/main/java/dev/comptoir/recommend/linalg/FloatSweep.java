package dev.comptoir.recommend.linalg;

import java.util.Arrays;

/** The symmetric blocked sweep in single precision; {@link SpdInverse} describes it. Used once, by one caller. */
final class FloatSweep {
    private static final int BLOCK = SpdInverse.BLOCK;
    private static final int COLUMNS = 1024;

    private final float[][] a;
    private final int n;
    private final Tiles tiles;
    private final float[][] panel;
    private final float[][] product;
    private final double[] pivot = new double[BLOCK * BLOCK];

    FloatSweep(float[][] lower, Tiles tiles) {
        this.a = lower;
        this.n = lower.length;
        this.tiles = tiles;
        this.panel = new float[BLOCK][n];
        this.product = new float[BLOCK][n];
    }

    void run() {
        int blocks = (n + BLOCK - 1) / BLOCK;
        for (int block = 0; block < blocks; block++) {
            int start = block * BLOCK;
            int size = Math.min(BLOCK, n - start);
            invertPivot(start, size);
            tiles.run((n + COLUMNS - 1) / COLUMNS, tile -> {
                gatherPanel(start, size, tile * COLUMNS, Math.min(n, (tile + 1) * COLUMNS));
                multiplyByPivot(size, tile * COLUMNS, Math.min(n, (tile + 1) * COLUMNS));
            });
            // Longest rows first, so that the threads end together.
            tiles.run(blocks, task -> updateRows((blocks - 1 - task) * BLOCK, start, size));
        }
        for (float[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
    }

    private void invertPivot(int start, int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                pivot[i * BLOCK + j] = a[start + i][start + j];
                pivot[j * BLOCK + i] = a[start + i][start + j];
            }
        }
        PivotBlock.invert(pivot, size, BLOCK, start);
    }

    /** Columns {@code from} to {@code to} of the rows of the pivot block, as if the whole matrix were stored. */
    private void gatherPanel(int start, int size, int from, int to) {
        for (int k = 0; k < size; k++) {
            float[] row = a[start + k];
            int above = Math.min(to, start);
            if (above > from) {
                System.arraycopy(row, from, panel[k], from, above - from);
            }
        }
        for (int j = Math.max(from, start + size); j < to; j++) {
            float[] row = a[j];
            for (int k = 0; k < size; k++) {
                panel[k][j] = row[start + k];
            }
        }
    }

    private void multiplyByPivot(int size, int from, int to) {
        for (int k = 0; k < size; k++) {
            float[] out = product[k];
            Arrays.fill(out, from, to, 0);
            int l = 0;
            for (; l + 4 <= size; l += 4) {
                int d = k * BLOCK + l;
                addFour(
                        out,
                        panel[l],
                        panel[l + 1],
                        panel[l + 2],
                        panel[l + 3],
                        (float) pivot[d],
                        (float) pivot[d + 1],
                        (float) pivot[d + 2],
                        (float) pivot[d + 3],
                        from,
                        to);
            }
            for (; l < size; l++) {
                addOne(out, panel[l], (float) pivot[k * BLOCK + l], from, to);
            }
        }
    }

    private void updateRows(int first, int start, int size) {
        int last = Math.min(n, first + BLOCK);
        if (first == start) {
            writePivotRows(start, size);
            return;
        }
        for (int from = 0; from < last; from += COLUMNS) {
            int to = Math.min(last, from + COLUMNS);
            int i = first;
            for (; i + 2 <= last; i += 2) {
                updateTwoRows(i, size, from, to);
            }
            if (i < last) {
                updateOneRow(i, size, from, to);
            }
        }
        if (first > start) {
            for (int i = first; i < last; i++) {
                for (int k = 0; k < size; k++) {
                    a[i][start + k] = product[k][i];
                }
            }
        }
    }

    private void writePivotRows(int start, int size) {
        for (int k = 0; k < size; k++) {
            float[] row = a[start + k];
            System.arraycopy(product[k], 0, row, 0, start);
            for (int l = 0; l <= k; l++) {
                row[start + l] = (float) -pivot[k * BLOCK + l];
            }
        }
    }

    private void updateTwoRows(int i, int size, int from, int to) {
        float[] a0 = a[i];
        float[] a1 = a[i + 1];
        int end = Math.min(to, a0.length);
        int k = 0;
        for (; k + 4 <= size; k += 4) {
            twoRowsFourColumns(a0, a1, k, i, from, end);
        }
        for (; k < size; k++) {
            addOne(a0, panel[k], -product[k][i], from, end);
            addOne(a1, panel[k], -product[k][i + 1], from, end);
        }
        // The second row of a pair reaches one column further.
        for (int j = end; j < Math.min(to, a1.length); j++) {
            float sum = a1[j];
            for (int l = 0; l < size; l++) {
                sum = Math.fma(-product[l][i + 1], panel[l][j], sum);
            }
            a1[j] = sum;
        }
    }

    private void updateOneRow(int i, int size, int from, int to) {
        for (int k = 0; k < size; k++) {
            addOne(a[i], panel[k], -product[k][i], from, Math.min(to, a[i].length));
        }
    }

    private void twoRowsFourColumns(float[] a0, float[] a1, int k, int i, int from, int to) {
        kernel(
                a0,
                a1,
                panel[k],
                panel[k + 1],
                panel[k + 2],
                panel[k + 3],
                -product[k][i],
                -product[k + 1][i],
                -product[k + 2][i],
                -product[k + 3][i],
                -product[k][i + 1],
                -product[k + 1][i + 1],
                -product[k + 2][i + 1],
                -product[k + 3][i + 1],
                from,
                to);
    }

    /** The inner loop: separate arrays under one index, the form that HotSpot turns into vector instructions. */
    private static void kernel(
            float[] a0,
            float[] a1,
            float[] p0,
            float[] p1,
            float[] p2,
            float[] p3,
            float w00,
            float w01,
            float w02,
            float w03,
            float w10,
            float w11,
            float w12,
            float w13,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            float x0 = p0[j];
            float x1 = p1[j];
            float x2 = p2[j];
            float x3 = p3[j];
            a0[j] = Math.fma(w03, x3, Math.fma(w02, x2, Math.fma(w01, x1, Math.fma(w00, x0, a0[j]))));
            a1[j] = Math.fma(w13, x3, Math.fma(w12, x2, Math.fma(w11, x1, Math.fma(w10, x0, a1[j]))));
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
