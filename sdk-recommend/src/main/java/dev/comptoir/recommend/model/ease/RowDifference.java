package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows one matrix has that another has not. Whose rows they are does not matter: EASE depends on nothing but the rows.
 *
 * @param removed rows of the first only
 * @param added rows of the second only
 */
record RowDifference(List<int[]> removed, List<int[]> added) {
    static RowDifference of(InteractionMatrix before, InteractionMatrix after) {
        Map<IntBuffer, Integer> surplus = new HashMap<>();
        for (int row = 0; row < before.rows(); row++) {
            surplus.merge(key(before, row), 1, Integer::sum);
        }
        List<int[]> added = new ArrayList<>();
        for (int row = 0; row < after.rows(); row++) {
            IntBuffer key = key(after, row);
            int left = surplus.getOrDefault(key, 0);
            if (left > 0) {
                surplus.put(key, left - 1);
            } else if (key.hasRemaining()) {
                added.add(key.array());
            }
        }
        List<int[]> removed = new ArrayList<>();
        // In the order of the rows, not of the map: the order shows in the last bits.
        for (int row = 0; row < before.rows(); row++) {
            IntBuffer key = key(before, row);
            int left = surplus.getOrDefault(key, 0);
            if (left > 0 && key.hasRemaining()) {
                surplus.put(key, left - 1);
                removed.add(key.array());
            }
        }
        return new RowDifference(removed, added);
    }

    int rows() {
        return removed.size() + added.size();
    }

    private static IntBuffer key(InteractionMatrix matrix, int row) {
        int[] items = new int[matrix.rowLength(row)];
        for (int k = 0; k < items.length; k++) {
            items[k] = matrix.item(row, k);
        }
        return IntBuffer.wrap(items);
    }
}
