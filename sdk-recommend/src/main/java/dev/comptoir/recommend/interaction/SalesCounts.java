package dev.comptoir.recommend.interaction;

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
}
