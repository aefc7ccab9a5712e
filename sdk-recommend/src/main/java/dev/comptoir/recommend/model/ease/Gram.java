package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;

/** Counts in how many rows each pair of items meets: X'X. Whole numbers, exact up to 2^24 rows. */
public final class Gram {
    private static final int ITEMS_PER_TILE = 32;

    private final int[] itemOf;
    private final int[] itemStart;
    private final int[] entryRow;
    private final int[] entryAt;

    private Gram(int items, int[] rowStart, int[] itemOf) {
        this.itemOf = itemOf;
        itemStart = new int[items + 1];
        for (int item : itemOf) {
            if (item < items) {
                itemStart[item + 1]++;
            }
        }
        for (int item = 0; item < items; item++) {
            itemStart[item + 1] += itemStart[item];
        }
        int[] fill = itemStart.clone();
        entryRow = new int[itemStart[items]];
        entryAt = new int[itemStart[items]];
        for (int row = 0; row + 1 < rowStart.length; row++) {
            for (int at = rowStart[row]; at < rowStart[row + 1] && itemOf[at] < items; at++) {
                int entry = fill[itemOf[at]]++;
                entryRow[entry] = rowStart[row];
                entryAt[entry] = at;
            }
        }
    }

    /**
     * Fills the lower triangle, diagonal included.
     *
     * @param gram a row for each item, long enough to hold its part of the triangle
     */
    static void count(InteractionMatrix matrix, float[][] gram, Tiles tiles) {
        int[] rowStart = new int[matrix.rows() + 1];
        int[] itemOf = new int[matrix.size()];
        for (int row = 0; row < matrix.rows(); row++) {
            int length = matrix.rowLength(row);
            rowStart[row + 1] = rowStart[row] + length;
            for (int k = 0; k < length; k++) {
                itemOf[rowStart[row] + k] = matrix.item(row, k);
            }
        }
        count(rowStart, itemOf, gram, tiles);
    }

    /**
     * The same for the first items of compressed sparse rows, as many as {@code gram} has rows.
     *
     * @param itemOf items of each row, ascending
     */
    public static void count(int[] rowStart, int[] itemOf, float[][] gram, Tiles tiles) {
        int items = gram.length;
        Gram counter = new Gram(items, rowStart, itemOf);
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
