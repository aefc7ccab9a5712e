package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Gram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** In how many rows two items meet, exact for any two of very many items. Immutable and thread-safe. */
final class CoOccurrence {
    /*
     * The popular half of the work is the smaller half of the items: pairs of the HEAD_ITEMS most frequent are counted once, in a
     * triangle. A pair with an item of the tail is counted when it is asked for, in time of the rarer item: its rows are looked
     * up in a bit set of the other's, which items with more than a 256th of all rows have, and others get for the moment.
     *
     * Rows of more than MAX_ROW items are left out: each takes the square of its length to count, and says little of what goes
     * together.
     */
    static final int HEAD_ITEMS = 8000;
    static final int MAX_ROW = 10_000;
    private static final int ROWS_PER_BIT_SET_MEMBER = 256;

    private static final long[] NONE = {};

    private final InteractionMatrix rowsToItems;
    private final InteractionMatrix itemsToRows;
    private final int[] headOf;
    private final float[][] head;
    private final long[][] bitSets;

    private CoOccurrence(InteractionMatrix rowsToItems, int headItems, Tiles tiles) {
        this.rowsToItems = rowsToItems;
        this.itemsToRows = rowsToItems.transposed();
        int items = rowsToItems.items();
        this.headOf = new int[items];
        Arrays.fill(headOf, -1);
        long[] byCount = new long[items];
        for (int item = 0; item < items; item++) {
            byCount[item] = ((long) -count(item) << 32) | item;
        }
        Arrays.sort(byCount);
        int size = Math.min(items, headItems);
        this.bitSets = new long[items][];
        Arrays.fill(bitSets, NONE);
        for (int rank = 0; rank < size; rank++) {
            headOf[(int) byCount[rank]] = rank;
        }
        this.head = countHead(size, tiles);
        if (size < items) {
            tiles.run(size, rank -> bitSet((int) byCount[rank]));
        }
    }

    static CoOccurrence of(InteractionMatrix matrix, Tiles tiles) {
        return of(matrix, HEAD_ITEMS, tiles);
    }

    static CoOccurrence of(InteractionMatrix matrix, int headItems, Tiles tiles) {
        List<int[]> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            // A row of one item meets nobody, but counts for the item.
            if (matrix.rowLength(row) > 0 && matrix.rowLength(row) <= MAX_ROW) {
                int[] items = new int[matrix.rowLength(row)];
                for (int k = 0; k < items.length; k++) {
                    items[k] = matrix.item(row, k);
                }
                rows.add(items);
            }
        }
        boolean whole = rows.size() == matrix.rows();
        return new CoOccurrence(whole ? matrix : InteractionMatrix.of(matrix.items(), rows), headItems, tiles);
    }

    private float[][] countHead(int size, Tiles tiles) {
        List<int[]> rows = new ArrayList<>(rowsToItems.rows());
        for (int row = 0; row < rowsToItems.rows(); row++) {
            int[] found = new int[rowsToItems.rowLength(row)];
            int length = 0;
            for (int k = 0; k < found.length; k++) {
                int rank = headOf[rowsToItems.item(row, k)];
                if (rank >= 0) {
                    found[length++] = rank;
                }
            }
            rows.add(Arrays.copyOf(found, length));
        }
        float[][] triangle = new float[size][];
        for (int i = 0; i < size; i++) {
            triangle[i] = new float[i + 1];
        }
        Gram.count(InteractionMatrix.of(size, rows), triangle, tiles);
        return triangle;
    }

    private void bitSet(int item) {
        if ((long) count(item) * ROWS_PER_BIT_SET_MEMBER > rowsToItems.rows()) {
            long[] bits = new long[words()];
            mark(item, bits);
            bitSets[item] = bits;
        }
    }

    /** Words of a bit set over all rows. */
    int words() {
        return (rowsToItems.rows() + 63) / 64;
    }

    int items() {
        return rowsToItems.items();
    }

    /** In how many rows an item is. */
    int count(int item) {
        return itemsToRows.rowLength(item);
    }

    /**
     * Adds to {@code counts}, which are 0 before, in how many rows each item meets this one.
     *
     * @param touched the items whose count is no longer 0, in no order
     * @return how many there are
     */
    int countAll(int item, int[] counts, int[] touched) {
        int size = 0;
        for (int k = 0; k < itemsToRows.rowLength(item); k++) {
            int row = itemsToRows.item(item, k);
            int length = rowsToItems.rowLength(row);
            for (int l = 0; l < length; l++) {
                int other = rowsToItems.item(row, l);
                if (counts[other]++ == 0) {
                    touched[size++] = other;
                }
            }
        }
        return size;
    }

    /**
     * Counts all pairs of some items.
     *
     * @param items distinct
     * @param size how many of them
     * @param result the upper triangle, diagonal included
     * @param marks a bit set over all rows, empty before and after
     */
    void countPairs(int[] items, int size, double[][] result, long[] marks) {
        for (int a = 0; a < size; a++) {
            result[a][a] = count(items[a]);
            int rank = headOf[items[a]];
            for (int b = 0; b < a; b++) {
                int other = headOf[items[b]];
                if (rank >= 0 && other >= 0) {
                    result[b][a] = head[Math.max(rank, other)][Math.min(rank, other)];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            if (headOf[items[a]] >= 0) {
                continue;
            }
            mark(items[a], marks);
            for (int b = 0; b < size; b++) {
                // Two of the tail once, when the later one is at hand.
                if (headOf[items[b]] >= 0 || b < a) {
                    result[Math.min(a, b)][Math.max(a, b)] = meetings(items[a], items[b], marks);
                }
            }
            unmark(items[a], marks);
        }
    }

    private int meetings(int marked, int other, long[] marks) {
        long[] bits = bitSets[other];
        return bits.length > 0 ? within(marked, bits) : within(other, marks);
    }

    private int within(int item, long[] bits) {
        int length = itemsToRows.rowLength(item);
        long found = 0;
        for (int k = 0; k < length; k++) {
            int row = itemsToRows.item(item, k);
            found += bits[row >> 6] >>> row & 1;
        }
        return (int) found;
    }

    private void mark(int item, long[] bits) {
        for (int k = 0; k < itemsToRows.rowLength(item); k++) {
            int row = itemsToRows.item(item, k);
            bits[row >> 6] |= 1L << row;
        }
    }

    private void unmark(int item, long[] bits) {
        for (int k = 0; k < itemsToRows.rowLength(item); k++) {
            bits[itemsToRows.item(item, k) >> 6] = 0;
        }
    }

    /** Memory of it, in bytes. */
    static long estimateBytes(long items, long rows, long lines) {
        long headItems = Math.min(items, HEAD_ITEMS);
        long bitSets = items <= HEAD_ITEMS
                ? 0
                : Math.min(headItems, lines * ROWS_PER_BIT_SET_MEMBER / Math.max(1, rows)) * (rows / 8 + 24);
        return 2L * headItems * headItems + bitSets + 32 * lines + 16 * (items + rows);
    }
}
