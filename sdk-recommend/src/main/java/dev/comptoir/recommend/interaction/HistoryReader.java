package dev.comptoir.recommend.interaction;

import java.util.Arrays;

/** Reads one user's chain of lines in order of time. */
final class HistoryReader {
    private final ReceiptColumns columns;
    private final long latest;

    /** @param latest receipts dated later count as of then: one wrong date must not make all others worthless */
    HistoryReader(ReceiptColumns columns, long latest) {
        this.columns = columns;
        this.latest = latest;
    }

    /**
     * A user's baskets.
     *
     * @param indexOf the index that each item has outside
     */
    History read(int head, int[] indexOf) {
        int[] lines = lines(head);
        long[] times = new long[lines.length];
        int[][] baskets = new int[lines.length][];
        int size = 0;
        for (int from = 0; from < lines.length; size++) {
            int to = end(lines, from);
            times[size] = time(columns.receipt[lines[from]]);
            baskets[size] = basket(lines, from, to, indexOf);
            from = to;
        }
        return History.of(latest, Arrays.copyOf(times, size), Arrays.copyOf(baskets, size));
    }

    /** Adds the same to a row that is open. */
    void addTo(Histories.Builder rows, int head, int[] indexOf) {
        int[] lines = lines(head);
        for (int from = 0; from < lines.length; ) {
            int to = end(lines, from);
            rows.basket(time(columns.receipt[lines[from]]), basket(lines, from, to, indexOf));
            from = to;
        }
    }

    long time(int receipt) {
        return Math.min(latest, columns.time[receipt]);
    }

    private int end(int[] lines, int from) {
        int to = from + 1;
        while (to < lines.length && columns.receipt[lines[to]] == columns.receipt[lines[from]]) {
            to++;
        }
        return to;
    }

    private int[] basket(int[] lines, int from, int to, int[] indexOf) {
        int[] basket = new int[to - from];
        for (int k = from; k < to; k++) {
            basket[k - from] = indexOf[columns.item[lines[k]]];
        }
        Arrays.sort(basket);
        return basket;
    }

    /** The lines that returns have left something of, oldest first. */
    private int[] lines(int head) {
        int[] lines = new int[16];
        int size = 0;
        for (int line = head; line != ReceiptColumns.NONE; line = columns.next[line]) {
            if (columns.net[line] > 0) {
                lines = size == lines.length ? Arrays.copyOf(lines, 2 * size) : lines;
                lines[size++] = line;
            }
        }
        // A chain begins with what arrived last, which mostly is what happened last.
        for (int k = 0; k < size / 2; k++) {
            int swap = lines[k];
            lines[k] = lines[size - 1 - k];
            lines[size - 1 - k] = swap;
        }
        int[] result = Arrays.copyOf(lines, size);
        for (int k = 1; k < size; k++) {
            if (columns.compareLines(result[k - 1], result[k]) > 0) {
                return sorted(result);
            }
        }
        return result;
    }

    private int[] sorted(int[] lines) {
        Integer[] boxed = Arrays.stream(lines).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, columns::compareLines);
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }
}
