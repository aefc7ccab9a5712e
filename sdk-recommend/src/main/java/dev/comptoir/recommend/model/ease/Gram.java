package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;

/** Counts in how many rows each pair of items meets: the lower triangle of X'X. Whole numbers, exact up to 2^24 rows. */
final class Gram {
    private static final int ITEMS_PER_TILE = 32;

    private Gram() {}

    static float[][] count(InteractionMatrix matrix, Tiles tiles) {
        int items = matrix.items();
        InteractionMatrix rowsOfItem = matrix.transposed();
        float[][] gram = new float[items][];
        int count = (items + ITEMS_PER_TILE - 1) / ITEMS_PER_TILE;
        // The last rows are the longest.
        tiles.run(count, tile -> {
            int first = (count - 1 - tile) * ITEMS_PER_TILE;
            for (int i = first; i < Math.min(items, first + ITEMS_PER_TILE); i++) {
                gram[i] = row(matrix, rowsOfItem, i);
            }
        });
        return gram;
    }

    private static float[] row(InteractionMatrix matrix, InteractionMatrix rowsOfItem, int item) {
        float[] counts = new float[item + 1];
        for (int k = 0; k < rowsOfItem.rowLength(item); k++) {
            int row = rowsOfItem.item(item, k);
            for (int l = 0; ; l++) {
                int other = matrix.item(row, l);
                counts[other]++;
                if (other == item) {
                    break;
                }
            }
        }
        return counts;
    }
}
