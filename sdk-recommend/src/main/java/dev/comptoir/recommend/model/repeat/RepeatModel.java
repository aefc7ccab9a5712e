package dev.comptoir.recommend.model.repeat;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.SalesCounts;

/**
 * How likely a customer buys each of their products again: on how many of their receipts it is, newer receipts counting more,
 * times how often buyers of that product come back for it at all. Immutable.
 */
public final class RepeatModel {
    /*
     * Personal frequency with recency, as the personal term of UP-CF@r (Faggioli, Polato, Aiolli: "Recency Aware
     * Collaborative Filtering for Next Basket Recommendation", UMAP 2020), with a half-life in place of "the last r baskets":
     *   share_ui = sum over receipts b with i of w_b / sum over all receipts of w_b,   w_b = 2^(-age_b / halfLife),
     * where age_b is counted from the customer's newest receipt, so that a customer who pauses keeps their order; a receipt
     * dated after today counts as today's.
     *   rebuy_i = (repeat buyers_i + k p) / (buyers_i + k),   p = (all repeats + k/2) / (all + k),   k = 10:
     * shrunk to the shop's own rate p, and that to one half, so that one receipt already says something.
     * value_ui = share_ui * rebuy_i: a bookshop's novel has a share but is not bought twice.
     */
    private static final double PRIOR = 10;
    private static final long MILLIS_PER_DAY = 86_400_000;

    private final double[] rebuy;
    private final double halfLifeDays;
    private final long endOfToday;

    private RepeatModel(double[] rebuy, double halfLifeDays, long endOfToday) {
        this.endOfToday = endOfToday;
        this.rebuy = rebuy;
        this.halfLifeDays = halfLifeDays;
    }

    /**
     * The model of these counts.
     *
     * @param halfLifeDays above 0; infinity lets all receipts count the same
     * @param today days since the epoch
     */
    public static RepeatModel of(SalesCounts counts, double halfLifeDays, long today) {
        long buyers = 0;
        long repeats = 0;
        for (int item = 0; item < counts.items(); item++) {
            buyers += counts.buyers()[item];
            repeats += counts.repeatBuyers()[item];
        }
        double shop = (repeats + PRIOR / 2) / (buyers + PRIOR);
        double[] rebuy = new double[counts.items()];
        for (int item = 0; item < rebuy.length; item++) {
            rebuy[item] = (counts.repeatBuyers()[item] + PRIOR * shop) / (counts.buyers()[item] + PRIOR);
        }
        return new RepeatModel(rebuy, halfLifeDays, (today + 1) * MILLIS_PER_DAY);
    }

    /** The share of an item's buyers who buy it again, shrunk where few are known: 0 to 1. */
    public double rebuyRate(int item) {
        return rebuy[item];
    }

    /** The value of each distinct item of a history, in its order: 0 to 1. */
    public double[] values(History history) {
        double[] sums = new double[history.distinct()];
        double total = 0;
        // Newest first: the order in which a person would add them up.
        for (int b = history.baskets() - 1; b >= 0; b--) {
            double weight = weight(history, b);
            total += weight;
            for (int k = 0; k < history.basketSize(b); k++) {
                sums[history.find(history.item(b, k))] += weight;
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] = sums[k] / total * rebuyRate(history.item(k));
        }
        return sums;
    }

    /** What a basket of a history counts: 1 for the newest. */
    public double weight(History history, int basket) {
        long newest = Math.min(history.time(history.baskets() - 1), endOfToday);
        long age = Math.max(0, newest - history.time(basket));
        return Math.pow(2, -((double) age / MILLIS_PER_DAY) / halfLifeDays);
    }
}
