package dev.comptoir.recommend.model.ials;

import dev.comptoir.recommend.interaction.InteractionMatrix;

/** The vectors of one row's interactions, not copied, filled up with zeros to a multiple of eight. Not thread-safe. */
final class Panel {
    private final float[] zero;
    private final int factors;
    final float[][] rows;
    /** The score of each, for solvers that keep it. */
    final float[] predictions;
    /** How many are filled up to a multiple of eight. */
    int padded;
    /** How many belong to the row. */
    int size;

    Panel(int factors, int longest) {
        this.factors = factors;
        this.zero = new float[factors];
        this.rows = new float[longest + 8][];
        this.predictions = new float[longest + 8];
    }

    int factors() {
        return factors;
    }

    void gather(InteractionMatrix matrix, int row, float[][] vectors) {
        size = matrix.rowLength(row);
        for (int k = 0; k < size; k++) {
            rows[k] = vectors[matrix.item(row, k)];
        }
        pad();
    }

    void gather(int[] items, float[][] vectors) {
        size = items.length;
        for (int k = 0; k < size; k++) {
            rows[k] = vectors[items[k]];
        }
        pad();
    }

    private void pad() {
        padded = (size + 7) & -8;
        for (int k = size; k < padded; k++) {
            rows[k] = zero;
        }
    }
}
