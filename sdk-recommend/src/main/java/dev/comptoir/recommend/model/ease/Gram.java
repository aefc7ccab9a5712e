package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;

/** Counts in how many rows each pair of items meets: X'X. Whole numbers, exact up to 2^24 rows. */
final class Gram {
    private static final int ITEMS_PER_TILE = 32;

    private final int[] rowStart;
    private final int[] itemOf;
    private final int[] itemStart;
    private final int[] entryRow;
    private final int[] entryAt;

    private Gram(InteractionMatrix matrix) {
        int rows = matrix.rows();
        rowStart = new int[rows + 1];
        itemOf = new int[matrix.size()];
        itemStart = new int[matrix.items() + 1];
        entryRow = new int[matrix.size()];
        entryAt = new int[matrix.size()];
        for (int row = 0; row < rows; row++) {
            int length = matrix.rowLength(row);
            rowStart[row + 1] = rowStart[row] + length;
            for (int k = 0; k < length; k++) {
                int item = matrix.item(row, k);
                itemOf[rowStart[row] + k] = item;
                itemStart[item + 1]++;
            }
        }
        for (int item = 0; item < matrix.items(); item++) {
            itemStart[item + 1] += itemStart[item];
        }
        int[] fill = itemStart.clone();
        for (int row = 0; row < rows; row++) {
            for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                int entry = fill[itemOf[at]]++;
                entryRow[entry] = rowStart[row];
                entryAt[entry] = at;
            }
        }
    }

    /** Fills the lower triangle, diagonal included, of rows that are as long as there are items. */
    static void count(InteractionMatrix matrix, float[][] gram, Tiles tiles) {
        Gram counter = new Gram(matrix);
        int items = matrix.items();
        int count = (items + ITEMS_PER_TILE - 1) / ITEMS_PER_TILE;
        // The last rows are the longest.
        tiles.run(count, tile -> {
            int first = (count - 1 - tile) * ITEMS_PER_TILE;
            int last = Math.min(items, first + ITEMS_PER_TILE);
            int[] counts = new int[last];
            for (int i = first; i < last; i++) {
                counter.row(i, counts);
                float[] row = gram[i];
                for (int j = 0; j <= i; j++) {
                    row[j] = counts[j];
                    counts[j] = 0;
                }
            }
        });
    }

    private void row(int item, int[] counts) {
        for (int entry = itemStart[item]; entry < itemStart[item + 1]; entry++) {
            add(itemOf, entryRow[entry], entryAt[entry], counts);
        }
    }

    private static void add(int[] itemOf, int from, int at, int[] counts) {
        for (int l = from; l <= at; l++) {
            counts[itemOf[l]]++;
        }
    }
}
