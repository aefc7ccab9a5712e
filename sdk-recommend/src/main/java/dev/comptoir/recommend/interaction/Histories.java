package dev.comptoir.recommend.interaction;

import java.util.Arrays;

/**
 * What everybody did, as rows of baskets in order of time, oldest first: purchases of one receipt, or single events of a
 * session. The first rows are known users; the others are single receipts without customer. The items of a basket are distinct
 * and ascending. Immutable and thread-safe. About 12 bytes a basket and 4 bytes an item of a basket.
 */
public final class Histories {
    private final int items;
    private final int knownRows;
    private final int[] firstBasket;
    private final long[] time;
    private final int[] firstLine;
    private final int[] itemOf;

    private Histories(int items, int knownRows, int[] firstBasket, long[] time, int[] firstLine, int[] itemOf) {
        this.items = items;
        this.knownRows = knownRows;
        this.firstBasket = firstBasket;
        this.time = time;
        this.firstLine = firstLine;
        this.itemOf = itemOf;
    }

    /**
     * Begins with no rows.
     *
     * @param items the number of items; every index lies below it
     */
    public static Builder builder(int items) {
        return new Builder(items);
    }

    /** The number of rows: known users, then receipts without customer. */
    public int rows() {
        return firstBasket.length - 1;
    }

    /** The rows below this number are known users, who may come again. */
    public int knownRows() {
        return knownRows;
    }

    public int items() {
        return items;
    }

    /** The number of baskets of all rows. */
    public int baskets() {
        return time.length;
    }

    /** The number of lines: items of baskets, of all rows. */
    public int lines() {
        return itemOf.length;
    }

    /** The first basket of a row; its baskets end before the first of the next row. */
    public int firstBasket(int row) {
        return firstBasket[row];
    }

    /** How many baskets a row has. */
    public int basketCount(int row) {
        return firstBasket[row + 1] - firstBasket[row];
    }

    /** When a basket was bought, in milliseconds of the epoch; the same for all where no times are known. */
    public long time(int basket) {
        return time[basket];
    }

    /** The first line of a basket; its lines end before the first of the next basket. */
    public int firstLine(int basket) {
        return firstLine[basket];
    }

    /** How many items a basket has. */
    public int basketSize(int basket) {
        return firstLine[basket + 1] - firstLine[basket];
    }

    /** The item of a line. */
    public int item(int line) {
        return itemOf[line];
    }

    /** The newest time of all baskets; 0 where there are none. */
    public long newest() {
        return Arrays.stream(time).max().orElse(0);
    }

    /**
     * What one row did, asked about at a moment.
     *
     * @param now milliseconds of the epoch
     */
    public History history(int row, long now) {
        int count = basketCount(row);
        long[] times = new long[count];
        int[][] baskets = new int[count][];
        for (int k = 0; k < count; k++) {
            int basket = firstBasket[row] + k;
            times[k] = time[basket];
            baskets[k] = Arrays.copyOfRange(itemOf, firstLine[basket], firstLine[basket + 1]);
        }
        return History.of(now, times, baskets);
    }

    /** Who has which items at all: one row of ones for each row. */
    public InteractionMatrix matrix() {
        return InteractionMatrix.ofRows(
                items,
                rows(),
                row -> Arrays.copyOfRange(itemOf, firstLine[firstBasket[row]], firstLine[firstBasket[row + 1]]));
    }

    /** Collects rows, one basket after the other. Not thread-safe. */
    public static final class Builder {
        private final int items;
        private int rows;
        private int knownRows;
        private boolean anonymous;
        private int baskets;
        private int lines;
        private int[] firstBasket = new int[64];
        private long[] time = new long[256];
        private int[] firstLine = new int[257];
        private int[] itemOf = new int[1024];

        private Builder(int items) {
            if (items < 0) {
                throw new IllegalArgumentException("The number of items is " + items + ", but must not be negative.");
            }
            this.items = items;
        }

        /**
         * Adds a basket to the row that is open. Baskets of a row may come in any order of time; those of the same time keep the
         * order in which they came.
         *
         * @param at milliseconds of the epoch
         * @param basket item indexes in any order; doubles count once; an empty basket is passed over
         */
        public Builder basket(long at, int... basket) {
            if (basket.length == 0) {
                return this;
            }
            if (baskets == time.length) {
                time = Arrays.copyOf(time, 2 * baskets);
                firstLine = Arrays.copyOf(firstLine, 2 * baskets + 1);
            }
            int[] sorted = basket.clone();
            Arrays.sort(sorted);
            int needed = Math.addExact(lines, sorted.length);
            if (needed > itemOf.length) {
                itemOf = Arrays.copyOf(itemOf, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * lines)));
            }
            for (int k = 0; k < sorted.length; k++) {
                if (sorted[k] < 0 || sorted[k] >= items) {
                    throw new IllegalArgumentException(
                            "The item index " + sorted[k] + " lies outside of 0 to " + (items - 1) + ".");
                }
                if (k == 0 || sorted[k] != sorted[k - 1]) {
                    itemOf[lines++] = sorted[k];
                }
            }
            time[baskets++] = at;
            firstLine[baskets] = lines;
            return this;
        }

        /** Ends the row of a known user; it may be empty. All of them come before the rows without customer. */
        public Builder endUser() {
            if (anonymous) {
                throw new IllegalStateException("Known users come before receipts without customer.");
            }
            knownRows++;
            return endRow();
        }

        /** Ends a row without customer. */
        public Builder endAnonymous() {
            anonymous = true;
            return endRow();
        }

        private Builder endRow() {
            if (rows + 1 == firstBasket.length) {
                firstBasket = Arrays.copyOf(firstBasket, 2 * firstBasket.length);
            }
            sortByTime(firstBasket[rows], baskets);
            firstBasket[++rows] = baskets;
            return this;
        }

        private void sortByTime(int from, int to) {
            boolean sorted = true;
            for (int b = from + 1; b < to && sorted; b++) {
                sorted = time[b - 1] <= time[b];
            }
            if (sorted) {
                return;
            }
            Integer[] order = new Integer[to - from];
            Arrays.setAll(order, k -> from + k);
            Arrays.sort(order, (left, right) -> Long.compare(time[left], time[right]));
            long[] times = Arrays.copyOfRange(time, from, to);
            int[] starts = Arrays.copyOfRange(firstLine, from, to + 1);
            int[] held = Arrays.copyOfRange(itemOf, starts[0], starts[to - from]);
            int line = starts[0];
            for (int k = 0; k < order.length; k++) {
                int old = order[k] - from;
                int length = starts[old + 1] - starts[old];
                time[from + k] = times[old];
                firstLine[from + k] = line;
                System.arraycopy(held, starts[old] - starts[0], itemOf, line, length);
                line += length;
            }
        }

        /** The rows ended so far. */
        public Histories build() {
            int endBasket = firstBasket[rows];
            return new Histories(
                    items,
                    knownRows,
                    Arrays.copyOf(firstBasket, rows + 1),
                    Arrays.copyOf(time, endBasket),
                    Arrays.copyOf(firstLine, endBasket + 1),
                    Arrays.copyOf(itemOf, firstLine[endBasket]));
        }
    }
}
