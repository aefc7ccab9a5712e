package dev.comptoir.recommend.model.ials;

/** The score of every interaction of the training, kept while vectors change. Each is written by its own row only. */
final class Predictions {
    private final float[] values;
    /** For each interaction in the order of the items, its place in the order of the users. */
    private final int[] placeOf;

    private final int[] userStart;
    private final int[] itemStart;

    /** All zero. */
    Predictions(Side users, Side items) {
        this.values = new float[users.matrix.size()];
        this.placeOf = new int[users.matrix.size()];
        this.userStart = starts(users);
        this.itemStart = starts(items);
        int[] next = itemStart.clone();
        int place = 0;
        for (int user = 0; user < users.matrix.rows(); user++) {
            for (int k = 0; k < users.matrix.rowLength(user); k++) {
                placeOf[next[users.matrix.item(user, k)]++] = place++;
            }
        }
    }

    private static int[] starts(Side side) {
        int[] starts = new int[side.matrix.rows() + 1];
        for (int row = 0; row < side.matrix.rows(); row++) {
            starts[row + 1] = starts[row] + side.matrix.rowLength(row);
        }
        return starts;
    }

    void read(boolean byItem, int row, float[] into) {
        if (byItem) {
            int start = itemStart[row];
            int size = itemStart[row + 1] - start;
            for (int k = 0; k < size; k++) {
                into[k] = values[placeOf[start + k]];
            }
        } else {
            System.arraycopy(values, userStart[row], into, 0, userStart[row + 1] - userStart[row]);
        }
    }

    void write(boolean byItem, int row, float[] from) {
        if (byItem) {
            int start = itemStart[row];
            int size = itemStart[row + 1] - start;
            for (int k = 0; k < size; k++) {
                values[placeOf[start + k]] = from[k];
            }
        } else {
            System.arraycopy(from, 0, values, userStart[row], userStart[row + 1] - userStart[row]);
        }
    }
}
