package dev.comptoir.assist.intent;

import java.util.Arrays;

/**
 * Dense rows.
 *
 * @param rows one after another
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one view.
record DenseBank(float[] rows, int dimension) implements Bank<float[]> {
    @Override
    public int size() {
        return rows.length / dimension;
    }

    @Override
    public float[] row(int index) {
        return Arrays.copyOfRange(rows, index * dimension, (index + 1) * dimension);
    }

    @Override
    public Similarity to(float[] row) {
        return (from, to, cosines) -> {
            for (int i = from; i < to; i++) {
                cosines[i - from] = dot(row, i * dimension);
            }
        };
    }

    /** Four sums at once: one alone would wait for itself at every step. */
    private float dot(float[] row, int at) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 4 <= row.length; i += 4) {
            a += row[i] * rows[at + i];
            b += row[i + 1] * rows[at + i + 1];
            c += row[i + 2] * rows[at + i + 2];
            d += row[i + 3] * rows[at + i + 3];
        }
        for (; i < row.length; i++) {
            a += row[i] * rows[at + i];
        }
        return (a + b) + (c + d);
    }
}
