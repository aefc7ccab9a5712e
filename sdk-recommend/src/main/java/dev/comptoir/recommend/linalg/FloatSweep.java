package dev.comptoir.recommend.linalg;

/** The symmetric blocked sweep in single precision; {@link SpdInverse} describes it. Used once, by one caller. */
final class FloatSweep {
    private static final int BLOCK = SpdInverse.BLOCK;

    private final BlockKernel kernel;
    private final float[][] a;
    private final int n;
    private final Tiles tiles;
    /* The rows of the pivot block as if the whole matrix were stored; and the same times -D. */
    private final Panel panel;
    private final Panel product;
    private final double[] pivot = new double[BLOCK * BLOCK];
    private final float[] negative = new float[BLOCK * BLOCK];

    /** @param rows of {@code i + 1} values or more */
    FloatSweep(BlockKernel kernel, float[][] rows, Tiles tiles) {
        this.kernel = kernel;
        this.a = rows;
        this.n = rows.length;
        this.tiles = tiles;
        this.panel = kernel.panel(BLOCK, n);
        this.product = kernel.panel(BLOCK, n);
    }

    void run() {
        int blocks = (n + BLOCK - 1) / BLOCK;
        for (int block = 0; block < blocks; block++) {
            int start = block * BLOCK;
            int size = Math.min(BLOCK, n - start);
            invertPivot(start, size);
            tiles.run(panel.tiles(), tile -> {
                gatherPanel(tile, start, size);
                kernel.multiply(negative, BLOCK, panel, product, tile, size);
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
        for (int i = 0; i < pivot.length; i++) {
            negative[i] = (float) -pivot[i];
        }
    }

    private void gatherPanel(int tile, int start, int size) {
        int first = tile * panel.width;
        int last = Math.min(n, first + panel.width);
        int above = Math.min(last, start) - first;
        for (int k = 0; k < size && above > 0; k++) {
            panel.putRow(k, first, a[start + k], above);
        }
        for (int j = Math.max(first, start + size); j < last; j++) {
            panel.putColumn(j, a[j], start, size);
        }
    }

    private void updateRows(int first, int start, int size) {
        if (first == start) {
            writePivotRows(start, size);
            return;
        }
        int last = Math.min(n, first + BLOCK);
        kernel.addLower(a, first, last, product, panel, size);
        for (int i = first; first > start && i < last; i++) {
            product.takeNegativeColumn(i, a[i], start, size);
        }
    }

    private void writePivotRows(int start, int size) {
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < start; j += product.width) {
                product.takeNegative(k, j, a[start + k], Math.min(product.width, start - j));
            }
            System.arraycopy(negative, k * BLOCK, a[start + k], start, k + 1);
        }
    }
}
