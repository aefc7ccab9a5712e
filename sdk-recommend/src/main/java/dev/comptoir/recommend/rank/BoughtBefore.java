package dev.comptoir.recommend.rank;

import dev.comptoir.recommend.interaction.BuyerCounts;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.function.IntPredicate;

/** What to do with items that somebody has: which of them this shop's users come back for. Immutable and thread-safe. */
public final class BoughtBefore {
    /*
     * again_i = (repeat buyers_i + k p) / (buyers_i + k),   p = (all repeats + k/2) / (all + k),   k = 10
     * A repeat buyer has the item in two baskets or more. Users only: a receipt without customer can tell no repeat.
     */
    private static final double PRIOR = 10;

    private final float[] again;

    private BoughtBefore(float[] again) {
        this.again = again;
    }

    /** What the known users of these histories come back for. */
    public static BoughtBefore of(Histories histories) {
        BuyerCounts counts = BuyerCounts.ofKnown(histories);
        long all = 0;
        long repeats = 0;
        for (int item = 0; item < counts.items(); item++) {
            all += counts.buyers(item);
            repeats += counts.repeatBuyers(item);
        }
        double shop = (repeats + PRIOR / 2) / (all + PRIOR);
        float[] again = new float[counts.items()];
        for (int item = 0; item < again.length; item++) {
            again[item] = (float) ((counts.repeatBuyers(item) + PRIOR * shop) / (counts.buyers(item) + PRIOR));
        }
        return new BoughtBefore(again);
    }

    /** What share of an item's buyers buys it once more: 0 to 1, few buyers counting towards the shop's share. */
    public float again(int item) {
        return again[item];
    }

    /** Leaves out everything that somebody has. */
    public static IntPredicate without(History history) {
        return item -> history.find(item) < 0;
    }

    /** Keeps only what somebody has. */
    public static IntPredicate only(History history) {
        return item -> history.find(item) >= 0;
    }

    /**
     * Leaves out what somebody has and hardly anybody buys twice.
     *
     * @param least the share of buyers who come back from which on an item is offered again, 0 to 1
     */
    public IntPredicate asUsual(History history, double least) {
        Relevance.requireWithin("least share of repeat buyers", least, 0, 1);
        return item -> history.find(item) < 0 || (item < again.length && again[item] >= least);
    }
}
