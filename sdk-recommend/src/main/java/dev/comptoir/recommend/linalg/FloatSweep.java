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
        for (int i = 0; i < n; i++) {
            float[] row = a[i];
            for (int j = 0; j <= i; j++) {
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
            updateTile(first, last, size, from, Math.min(last, from + COLUMNS));
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

    /** Four rows of the panel at a time, so that they stay in the first-level cache while the rows of the tile pass. */
    private void updateTile(int first, int last, int size, int from, int to) {
        int k = 0;
        for (; k + 4 <= size; k += 4) {
            for (int i = first; i < last; i++) {
                addFour(
                        a[i],
                        panel[k],
                        panel[k + 1],
                        panel[k + 2],
                        panel[k + 3],
                        -product[k][i],
                        -product[k + 1][i],
                        -product[k + 2][i],
                        -product[k + 3][i],
                        from,
                        Math.min(to, i + 1));
            }
        }
        for (; k < size; k++) {
            for (int i = first; i < last; i++) {
                addOne(a[i], panel[k], -product[k][i], from, Math.min(to, i + 1));
            }
        }
    }

    /**
     * The inner loop. One row, four products, one index, no shared temporaries: small enough that HotSpot always unrolls and
     * vectorises it. Two rows or eight products at once pass its limit on the size of a loop, by chance or always, and then run
     * three to five times slower.
     */
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
