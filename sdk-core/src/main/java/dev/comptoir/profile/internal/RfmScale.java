package dev.comptoir.profile.internal;

import dev.comptoir.profile.RfmScore;
import java.util.Collection;

/** The values of all customers who bought, in order, to tell in which fifth one stands. Not thread-safe. */
final class RfmScale {
    private final RankedLongs lastDays;
    private final RankedLongs purchases;
    private final RankedLongs spends;

    private RfmScale(RankedLongs lastDays, RankedLongs purchases, RankedLongs spends) {
        this.lastDays = lastDays;
        this.purchases = purchases;
        this.spends = spends;
    }

    static RfmScale of(Collection<Total> buyers) {
        return new RfmScale(
                new RankedLongs(
                        buyers.stream().mapToLong(total -> total.lastDay).toArray()),
                new RankedLongs(
                        buyers.stream().mapToLong(total -> total.purchases).toArray()),
                new RankedLongs(buyers.stream().mapToLong(Total::spend).toArray()));
    }

    /** How many customers. */
    int customers() {
        return purchases.size();
    }

    void add(Total buyer) {
        lastDays.add(buyer.lastDay);
        purchases.add(buyer.purchases);
        spends.add(buyer.spend());
    }

    /** Takes a customer away who is as when added. */
    void remove(Total buyer) {
        lastDays.remove(buyer.lastDay);
        purchases.remove(buyer.purchases);
        spends.remove(buyer.spend());
    }

    RfmScore score(Total buyer) {
        // A later last day is a shorter time since: no need to know today.
        return new RfmScore(
                quintile(lastDays, buyer.lastDay),
                quintile(purchases, buyer.purchases),
                quintile(spends, buyer.spend()));
    }

    /** 1 + floor(5 * (meanRank - 0.5) / n), in whole numbers: the mean rank of equals is worse + (equal + 1) / 2. */
    private static int quintile(RankedLongs all, long value) {
        long twiceMeanRankLessOne = (long) all.below(value) + all.notAbove(value);
        return (int) Math.min(5, 1 + 5 * twiceMeanRankLessOne / (2L * all.size()));
    }
}
