package dev.comptoir.onnx.session;

import java.util.Arrays;

/**
 * What a model gives for one text: one row of values a token, or a single row for the whole text. Immutable.
 *
 * <p>Shape: {@code rows} x {@code width}, row after row.
 */
public final class Activations {
    private final float[] values;
    private final int offset;
    private final int rows;
    private final int width;

    /** Of the array only the part from {@code offset} on; it is not copied. */
    Activations(float[] values, int offset, int rows, int width) {
        this.values = values;
        this.offset = offset;
        this.rows = rows;
        this.width = width;
    }

    /** Number of tokens, or 1. */
    public int rows() {
        return rows;
    }

    /** Number of values in a row. */
    public int width() {
        return width;
    }

    /** The first row. */
    public float[] first() {
        return row(0);
    }

    /** The last row. */
    public float[] last() {
        return row(rows - 1);
    }

    /** The mean of all rows, value by value, added up in the order of the tokens. */
    public float[] mean() {
        float[] mean = row(0);
        for (int row = 1; row < rows; row++) {
            int from = offset + row * width;
            for (int i = 0; i < width; i++) {
                mean[i] += values[from + i];
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= rows;
        }
        return mean;
    }

    private float[] row(int row) {
        int from = offset + row * width;
        return Arrays.copyOfRange(values, from, from + width);
    }
}
