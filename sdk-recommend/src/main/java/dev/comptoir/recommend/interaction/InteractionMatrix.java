package dev.comptoir.recommend.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Who has which items, as compressed sparse rows of ones. Rows are known users and single anonymous receipts; the items of a
 * row are distinct and ascending. Immutable.
 */
public final class InteractionMatrix {
    private final int rows;
    private final int items;
    private final int[] rowStart;
    private final int[] itemOf;

    private InteractionMatrix(int items, int[] rowStart, int[] itemOf) {
        this.rows = rowStart.length - 1;
        this.items = items;
        this.rowStart = rowStart;
        this.itemOf = itemOf;
    }

    /**
     * A matrix of these rows.
     *
     * @param items the number of items; every index lies below it
     * @param rows the item indexes of each row, in any order; doubles count once
     */
    public static InteractionMatrix of(int items, List<int[]> rows) {
        return ofRows(items, rows.size(), row -> rows.get(row).clone());
    }

    /** The same, asking for one row after the other, twice; what is handed over is sorted in place. */
    static InteractionMatrix ofRows(int items, int rows, IntFunction<int[]> itemsOf) {
        int[] start = new int[rows + 1];
        for (int r = 0; r < rows; r++) {
            start[r + 1] = Math.addExact(start[r], distinct(items, itemsOf.apply(r)));
        }
        int[] all = new int[start[rows]];
        for (int r = 0; r < rows; r++) {
            int[] row = itemsOf.apply(r);
            distinct(items, row);
            System.arraycopy(row, 0, all, start[r], start[r + 1] - start[r]);
        }
        return new InteractionMatrix(items, start, all);
    }

    /** Sorts a row and moves its distinct items to the front; returns how many there are. */
    private static int distinct(int items, int[] row) {
        Arrays.sort(row);
        int size = 0;
        for (int k = 0; k < row.length; k++) {
            if (row[k] < 0 || row[k] >= items) {
                throw new IllegalArgumentException(
                        "The item index " + row[k] + " lies outside of 0 to " + (items - 1) + ".");
            }
            if (k == 0 || row[k] != row[k - 1]) {
                row[size++] = row[k];
            }
        }
        return size;
    }

    public int rows() {
        return rows;
    }

    public int items() {
        return items;
    }

    /** How many ones there are. */
    public int size() {
        return itemOf.length;
    }

    /** How many items a row has. */
    public int rowLength(int row) {
        return rowStart[row + 1] - rowStart[row];
    }

    /** The {@code k}-th item of a row. */
    public int item(int row, int k) {
        return itemOf[rowStart[row] + k];
    }

    /** In how many rows each item is. */
    public int[] itemCounts() {
        int[] counts = new int[items];
        for (int item : itemOf) {
            counts[item]++;
        }
        return counts;
    }

    /** The rows of each item: the transposed matrix. */
    public InteractionMatrix transposed() {
        int[] start = new int[items + 1];
        for (int item : itemOf) {
            start[item + 1]++;
        }
        for (int i = 0; i < items; i++) {
            start[i + 1] += start[i];
        }
        int[] fill = Arrays.copyOf(start, items);
        int[] rowOf = new int[itemOf.length];
        for (int row = 0; row < rows; row++) {
            for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                rowOf[fill[itemOf[at]]++] = row;
            }
        }
        return new InteractionMatrix(rows, start, rowOf);
    }

    /** How many pairs of items share a row, counted once per row: the work of counting co-occurrences. */
    public long pairs() {
        long pairs = 0;
        for (int row = 0; row < rows; row++) {
            pairs += (long) rowLength(row) * (rowLength(row) + 1) / 2;
        }
        return pairs;
    }
}
