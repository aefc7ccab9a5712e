package dev.comptoir.recommend.interaction;

import org.jspecify.annotations.Nullable;

/**
 * Counts of all items at one moment, without the persons behind them. The arrays are not copied: readers leave them alone.
 *
 * @param dayStart where the days of each item begin in {@code day} and {@code count}; one longer than there are items
 * @param day days since the epoch (UTC), ascending within an item
 * @param count receipts of that day with the item
 * @param buyers known users who have the item
 * @param repeatBuyers those of them who bought it on more than one receipt
 */
@SuppressWarnings("ArrayRecordComponent")
public record SalesCounts(int[] dayStart, int[] day, int[] count, int[] buyers, int[] repeatBuyers) {
    public int items() {
        return buyers.length;
    }

    /** Counts by day of something else than sales; null for an item without any. Nobody buys. */
    static SalesCounts of(@Nullable DayCounts[] items) {
        int[] start = new int[items.length + 1];
        for (int item = 0; item < items.length; item++) {
            DayCounts days = items[item];
            start[item + 1] = start[item] + (days == null ? 0 : days.size());
        }
        int[] day = new int[start[items.length]];
        int[] count = new int[start[items.length]];
        for (int item = 0; item < items.length; item++) {
            DayCounts days = items[item];
            for (int k = 0; days != null && k < days.size(); k++) {
                day[start[item] + k] = days.day(k);
                count[start[item] + k] = days.count(k);
            }
        }
        return new SalesCounts(start, day, count, new int[items.length], new int[items.length]);
    }
}
