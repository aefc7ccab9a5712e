package dev.comptoir.recommend.interaction;

import java.util.Arrays;

/**
 * What one user, or one session, did until now: baskets in order of time, oldest first, and the same by item. Immutable and
 * thread-safe.
 */
public final class History {
    private final long now;
    private final long[] time;
    private final int[][] baskets;
    private final int[] items;
    private final int[] count;
    private final int[] last;

    private History(long now, long[] time, int[][] baskets, int[] items, int[] count, int[] last) {
        this.now = now;
        this.time = time;
        this.baskets = baskets;
        this.items = items;
        this.count = count;
        this.last = last;
    }

    /** Somebody of whom nothing is known yet. */
    public static History empty(long now) {
        return of(now, new long[0], new int[0][]);
    }

    /**
     * A history of these baskets.
     *
     * @param now when it is asked about, in milliseconds of the epoch
     * @param times of the baskets, ascending
     * @param baskets the distinct items of each basket
     */
    public static History of(long now, long[] times, int[][] baskets) {
        int lines = 0;
        for (int b = 0; b < baskets.length; b++) {
            if (b > 0 && times[b - 1] > times[b]) {
                throw new IllegalArgumentException("The baskets of a history must be in order of time.");
            }
            lines = Math.addExact(lines, baskets[b].length);
        }
        long[] pairs = new long[lines];
        int at = 0;
        for (int b = 0; b < baskets.length; b++) {
            for (int item : baskets[b]) {
                pairs[at++] = ((long) item << 32) | b;
            }
        }
        Arrays.sort(pairs);
        int[] items = new int[lines];
        int[] count = new int[lines];
        int[] last = new int[lines];
        int size = 0;
        for (long pair : pairs) {
            int item = (int) (pair >> 32);
            if (size == 0 || items[size - 1] != item) {
                items[size++] = item;
            }
            count[size - 1]++;
            last[size - 1] = (int) pair;
        }
        return new History(
                now,
                times.clone(),
                baskets.clone(),
                Arrays.copyOf(items, size),
                Arrays.copyOf(count, size),
                Arrays.copyOf(last, size));
    }

    /** When it is asked about, in milliseconds of the epoch. */
    public long now() {
        return now;
    }

    public boolean isEmpty() {
        return items.length == 0;
    }

    /** The number of baskets. */
    public int baskets() {
        return baskets.length;
    }

    /** When a basket was bought, 0 the oldest, in milliseconds of the epoch; the same for all where no times are known. */
    public long time(int basket) {
        return time[basket];
    }

    /** How many items a basket has. */
    public int basketSize(int basket) {
        return baskets[basket].length;
    }

    /** The {@code k}-th item of a basket. */
    public int item(int basket, int k) {
        return baskets[basket][k];
    }

    /** The number of distinct items. */
    public int distinct() {
        return items.length;
    }

    /** The {@code k}-th distinct item, in ascending order. */
    public int item(int k) {
        return items[k];
    }

    /** In how many baskets the {@code k}-th distinct item is. */
    public int count(int k) {
        return count[k];
    }

    /** The newest basket that holds the {@code k}-th distinct item. */
    public int lastBasket(int k) {
        return last[k];
    }

    /** Where a distinct item stands, as {@link #item(int)} counts; negative where it is not held. */
    public int find(int item) {
        return Arrays.binarySearch(items, item);
    }
}
