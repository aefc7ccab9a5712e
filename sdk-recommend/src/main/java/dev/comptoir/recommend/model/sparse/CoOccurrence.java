package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Gram;
import java.util.Arrays;

/**
 * In how many rows two items meet, exact for any two of very many items. Items are named by their rank: 0 is the one in most
 * rows, of equal ones that with the smaller index. Immutable and thread-safe.
 */
final class CoOccurrence {
    /*
     * Pairs of the HEAD_ITEMS most frequent, the head, are counted once, in a triangle. A pair with an item of the tail is counted
     * when it is asked for, in time of the rarer item: its rows are looked up in a bit set of the other's, which items with
     * more than a 256th of all rows have, and others get for the moment.
     *
     * Rows of more than MAX_ROW items are left out: each takes the square of its length to count, and says little of what goes
     * together.
     */
    static final int HEAD_ITEMS = 8000;
    static final int MAX_ROW = 10_000;
    private static final int ROWS_PER_BIT_SET_MEMBER = 256;
    private static final long[] NO_BITS = {};

    private final int[] itemOf;
    private final int[] rowStart;
    private final int[] rowHeadEnd;
    private final int[] ranksOfRows;
    private final int[] rankStart;
    private final int[] rowOf;
    private final int[] rankOf;
    private final float[][] head;
    private final long[][] bitSets;

    static CoOccurrence of(InteractionMatrix matrix, Tiles tiles) {
        return new CoOccurrence(matrix, HEAD_ITEMS, tiles);
    }

    CoOccurrence(InteractionMatrix matrix, int headItems, Tiles tiles) {
        int items = matrix.items();
        int[] counts = new int[items];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int k = 0; k < length(matrix, row); k++) {
                counts[matrix.item(row, k)]++;
            }
        }
        itemOf = byCount(counts);
        rankOf = new int[items];
        rankStart = new int[items + 1];
        for (int rank = 0; rank < items; rank++) {
            rankOf[itemOf[rank]] = rank;
            rankStart[rank + 1] = rankStart[rank] + counts[itemOf[rank]];
        }
        rowOf = new int[rankStart[items]];
        rowStart = new int[matrix.rows() + 1];
        int[] fill = Arrays.copyOf(rankStart, items);
        for (int row = 0; row < matrix.rows(); row++) {
            int length = length(matrix, row);
            rowStart[row + 1] = rowStart[row] + length;
            for (int k = 0; k < length; k++) {
                rowOf[fill[rankOf[matrix.item(row, k)]]++] = row;
            }
        }
        int headSize = Math.min(items, headItems);
        rowHeadEnd = new int[matrix.rows()];
        ranksOfRows = ranksOfRows(headSize);
        head = new float[headSize][];
        for (int rank = 0; rank < headSize; rank++) {
            head[rank] = new float[rank + 1];
        }
        Gram.count(rowStart, ranksOfRows, head, tiles);
        bitSets = new long[items][];
        Arrays.fill(bitSets, NO_BITS);
        if (headSize < items) {
            tiles.run(headSize, this::bitSet);
        }
    }

    private static int length(InteractionMatrix matrix, int row) {
        return matrix.rowLength(row) > MAX_ROW ? 0 : matrix.rowLength(row);
    }

    private static int[] byCount(int[] counts) {
        long[] keys = new long[counts.length];
        for (int item = 0; item < keys.length; item++) {
            keys[item] = ((long) -counts[item] << 32) | item;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** The ranks of each row, ascending, and where its head ends. */
    private int[] ranksOfRows(int headSize) {
        int[] ranks = new int[rowOf.length];
        int[] fill = Arrays.copyOf(rowStart, rowStart.length - 1);
        for (int rank = 0; rank < items(); rank++) {
            for (int at = rankStart[rank]; at < rankStart[rank + 1]; at++) {
                ranks[fill[rowOf[at]]++] = rank;
            }
            if (rank == headSize - 1) {
                System.arraycopy(fill, 0, rowHeadEnd, 0, fill.length);
            }
        }
        if (headSize == 0) {
            System.arraycopy(rowStart, 0, rowHeadEnd, 0, rowHeadEnd.length);
        }
        return ranks;
    }

    private void bitSet(int rank) {
        if ((long) count(rank) * ROWS_PER_BIT_SET_MEMBER > rowHeadEnd.length) {
            long[] bits = new long[words()];
            mark(rank, bits);
            bitSets[rank] = bits;
        }
    }

    int items() {
        return itemOf.length;
    }

    /** The index of the item of a rank. */
    int item(int rank) {
        return itemOf[rank];
    }

    int rank(int item) {
        return rankOf[item];
    }

    /** The ranks below it are the head. */
    int headItems() {
        return head.length;
    }

    /** Words of a bit set over all rows. */
    int words() {
        return (rowHeadEnd.length + 63) / 64;
    }

    /** In how many rows an item is. */
    int count(int rank) {
        return rankStart[rank + 1] - rankStart[rank];
    }

    /**
     * Counts in how many rows each item meets this one.
     *
     * @param counts 0 before
     * @param tail set to the items of the tail that it meets, in no order
     * @return how many of the tail there are
     */
    int countAll(int rank, int[] counts, int[] tail) {
        int size = 0;
        boolean inHead = rank < head.length;
        if (inHead) {
            for (int other = 0; other < head.length; other++) {
                counts[other] = headCount(rank, other);
            }
        }
        for (int at = rankStart[rank]; at < rankStart[rank + 1]; at++) {
            int row = rowOf[at];
            if (!inHead) {
                addOne(counts, rowStart[row], rowHeadEnd[row]);
            }
            for (int l = rowHeadEnd[row]; l < rowStart[row + 1]; l++) {
                int other = ranksOfRows[l];
                if (counts[other]++ == 0) {
                    tail[size++] = other;
                }
            }
        }
        return size;
    }

    private void addOne(int[] counts, int from, int to) {
        for (int l = from; l < to; l++) {
            counts[ranksOfRows[l]]++;
        }
    }

    private int headCount(int rank, int other) {
        return (int) (rank < other ? head[other][rank] : head[rank][other]);
    }

    /**
     * Counts all pairs of some items.
     *
     * @param ranks ascending
     * @param result the upper triangle, diagonal included
     * @param marks a bit set over all rows, empty before and after
     */
    void countPairs(int[] ranks, double[][] result, long[] marks) {
        int heads = 0;
        for (; heads < ranks.length && ranks[heads] < head.length; heads++) {
            for (int a = 0; a <= heads; a++) {
                result[a][heads] = headCount(ranks[a], ranks[heads]);
            }
        }
        for (int b = heads; b < ranks.length; b++) {
            mark(ranks[b], marks);
            for (int a = 0; a < b; a++) {
                long[] bits = bitSets[ranks[a]];
                result[a][b] = bits.length > 0 ? within(ranks[b], bits) : within(ranks[a], marks);
            }
            result[b][b] = count(ranks[b]);
            unmark(ranks[b], marks);
        }
    }

    private int within(int rank, long[] bits) {
        long found = 0;
        for (int at = rankStart[rank]; at < rankStart[rank + 1]; at++) {
            found += bits[rowOf[at] >> 6] >>> rowOf[at] & 1;
        }
        return (int) found;
    }

    private void mark(int rank, long[] bits) {
        for (int at = rankStart[rank]; at < rankStart[rank + 1]; at++) {
            bits[rowOf[at] >> 6] |= 1L << rowOf[at];
        }
    }

    private void unmark(int rank, long[] bits) {
        for (int at = rankStart[rank]; at < rankStart[rank + 1]; at++) {
            bits[rowOf[at] >> 6] = 0;
        }
    }

    /** Memory of it while it is made, in bytes. */
    static long estimateBytes(long items, long rows, long lines) {
        long headItems = Math.min(items, HEAD_ITEMS);
        long bitSets = items <= HEAD_ITEMS
                ? 0
                : Math.min(headItems, lines * ROWS_PER_BIT_SET_MEMBER / Math.max(1, rows)) * (rows / 8 + 24);
        return 2L * headItems * headItems + bitSets + 20 * lines + 40 * (items + rows);
    }
}
