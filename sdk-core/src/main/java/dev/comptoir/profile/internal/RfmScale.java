package dev.comptoir.profile.internal;

import dev.comptoir.profile.RfmScore;
import java.util.Arrays;

/** The values of all customers in order, to tell in which fifth one stands. Immutable. */
final class RfmScale {
    private final long[] lastDays;
    private final long[] purchases;
    private final long[] spends;

    private RfmScale(long[] lastDays, long[] purchases, long[] spends) {
        this.lastDays = lastDays;
        this.purchases = purchases;
        this.spends = spends;
    }

    /** Takes the three values of every customer; the arrays are sorted in place. */
    static RfmScale of(long[] lastDays, long[] purchases, long[] spends) {
        Arrays.sort(lastDays);
        Arrays.sort(purchases);
        Arrays.sort(spends);
        return new RfmScale(lastDays, purchases, spends);
    }

    int customers() {
        return purchases.length;
    }

    RfmScore score(long lastDay, long purchaseCount, long spend) {
        // A later last day is a shorter time since: no need to know today.
        return new RfmScore(quintile(lastDays, lastDay), quintile(purchases, purchaseCount), quintile(spends, spend));
    }

    /** 1 + floor(5 * (meanRank - 0.5) / n), in whole numbers: the mean rank of equals is worse + (equal + 1) / 2. */
    private static int quintile(long[] sorted, long value) {
        int worse = firstNotBelow(sorted, value);
        int notBetter = value == Long.MAX_VALUE ? sorted.length : firstNotBelow(sorted, value + 1);
        long twiceMeanRankLessOne = (long) worse + notBetter;
        return (int) Math.min(5, 1 + 5 * twiceMeanRankLessOne / (2L * sorted.length));
    }

    private static int firstNotBelow(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
