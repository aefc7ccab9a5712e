package dev.comptoir.recommend.linalg;

/** A low and wide matrix in the layout that one {@link Kernel} reads fastest; each {@code width} columns are a tile. */
final class Panel {
    /*
     * Packed: data[tile][k width + c] holds row k, column tile width + c; otherwise data[k][j]. JDK 17 vectorises plain loops only
     * where all arrays have the same index.
     */
    final float[][] data;
    final int columns;
    final int width;
    private final boolean packed;

    Panel(int rows, int columns, int width, boolean packed) {
        this.columns = columns;
        this.width = width;
        this.packed = packed;
        this.data = packed ? new float[(columns + width - 1) / width][rows * width] : new float[rows][columns];
    }

    int tiles() {
        return (columns + width - 1) / width;
    }

    /** Sets {@code length} values of a row, within one tile. */
    void putRow(int k, int column, float[] from, int length) {
        System.arraycopy(from, column, array(k, column), offset(k, column), length);
    }

    /** Copies {@code length} values of a row, within one tile, with the other sign. */
    void takeNegative(int k, int column, float[] to, int length) {
        float[] from = array(k, column);
        int at = offset(k, column);
        for (int c = 0; c < length; c++) {
            to[column + c] = -from[at + c];
        }
    }

    void putColumn(int column, float[] from, int at, int size) {
        if (packed) {
            float[] out = array(0, column);
            int offset = offset(0, column);
            for (int k = 0; k < size; k++) {
                out[offset + k * width] = from[at + k];
            }
        } else {
            for (int k = 0; k < size; k++) {
                data[k][column] = from[at + k];
            }
        }
    }

    void takeNegativeColumn(int column, float[] to, int at, int size) {
        if (packed) {
            float[] from = array(0, column);
            int offset = offset(0, column);
            for (int k = 0; k < size; k++) {
                to[at + k] = -from[offset + k * width];
            }
        } else {
            for (int k = 0; k < size; k++) {
                to[at + k] = -data[k][column];
            }
        }
    }

    private float[] array(int k, int column) {
        return data[packed ? column / width : k];
    }

    private int offset(int k, int column) {
        return packed ? k * width + column % width : column;
    }
}
