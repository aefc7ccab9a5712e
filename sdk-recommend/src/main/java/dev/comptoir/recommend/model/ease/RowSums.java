package dev.comptoir.recommend.model.ease;

/** Adds weighted rows, four at a time along contiguous values, each product rounded once with its sum. Stateless. */
final class RowSums {
    private RowSums() {}

    /**
     * Adds {@code weights[k] * rows[items[k]]} for the first {@code size} places, in this order.
     *
     * @param length how many values of each row
     */
    static void add(float[][] rows, int[] items, float[] weights, int size, float[] sums, int length) {
        int k = 0;
        for (; k + 4 <= size; k += 4) {
            addFour(
                    sums,
                    rows[items[k]],
                    rows[items[k + 1]],
                    rows[items[k + 2]],
                    rows[items[k + 3]],
                    weights[k],
                    weights[k + 1],
                    weights[k + 2],
                    weights[k + 3],
                    length);
        }
        for (; k < size; k++) {
            addOne(sums, rows[items[k]], weights[k], length);
        }
    }

    private static void addFour(
            float[] sums,
            float[] r0,
            float[] r1,
            float[] r2,
            float[] r3,
            float w0,
            float w1,
            float w2,
            float w3,
            int length) {
        for (int j = 0; j < length; j++) {
            sums[j] = Math.fma(w3, r3[j], Math.fma(w2, r2[j], Math.fma(w1, r1[j], Math.fma(w0, r0[j], sums[j]))));
        }
    }

    static void addOne(float[] sums, float[] row, float weight, int length) {
        for (int j = 0; j < length; j++) {
            sums[j] = Math.fma(weight, row[j], sums[j]);
        }
    }
}
