package dev.comptoir.recommend.model.popularity;

import dev.comptoir.recommend.interaction.SalesCounts;
import java.util.List;

/**
 * How well each item sells: receipts with it, each counting half as much for every {@code halfLifeDays} that it is older than
 * the newest sale. Immutable.
 */
public final class DecayedPopularity {
    /*
     * popularity_i = sum over kinds of events e of weight_e * sum over days d of count_ei(d) * 2^(-(newest - d) / halfLife),
     * shared as popularity_i / max popularity; sales weigh 1.
     * Counted from the newest sale instead of from today: that changes all by one factor, which the share takes out, and a
     * shop that reopens after a pause keeps its order. A sale dated after today counts as today's: one wrong date must not
     * make all others worthless. The sum runs over days in ascending order, over whole numbers, so the
     * order in which receipts arrived cannot show.
     */
    private final double[] values;
    private final double max;
    private final int[] recent;

    private DecayedPopularity(double[] values, double max, int[] recent) {
        this.values = values;
        this.max = max;
        this.recent = recent;
    }

    /**
     * The popularity of all items.
     *
     * @param halfLifeDays above 0; infinity lets all sales count the same
     * @param today days since the epoch
     * @param recentDays how many days up to today {@link #recentReceipts} looks back
     */
    public static DecayedPopularity of(SalesCounts counts, double halfLifeDays, int today, int recentDays) {
        return of(List.of(new Weighted(counts, 1)), halfLifeDays, today, recentDays);
    }

    /**
     * Counts of one kind of event.
     *
     * @param weight what one of them counts beside a sale, not negative
     */
    public record Weighted(SalesCounts counts, double weight) {}

    /**
     * The same over several kinds of events.
     *
     * @param kinds sales first, then for example looks, all of the same items
     */
    public static DecayedPopularity of(List<Weighted> kinds, double halfLifeDays, int today, int recentDays) {
        int items = kinds.get(0).counts().items();
        int newest = Integer.MIN_VALUE;
        for (Weighted kind : kinds) {
            for (int day : kind.weight() > 0 ? kind.counts().day() : new int[0]) {
                newest = Math.max(newest, day);
            }
        }
        int reference = Math.min(newest, today);
        Decay weight = new Decay(halfLifeDays);
        double[] values = new double[items];
        double max = 0;
        for (int item = 0; item < items; item++) {
            for (Weighted kind : kinds) {
                SalesCounts counts = kind.counts();
                double sum = 0;
                for (int k = counts.dayStart()[item]; k < counts.dayStart()[item + 1]; k++) {
                    sum += counts.count()[k] * weight.at(Math.max(0, reference - counts.day()[k]));
                }
                values[item] += kind.weight() * sum;
            }
            max = Math.max(max, values[item]);
        }
        return new DecayedPopularity(values, max, recent(kinds.get(0).counts(), today, recentDays));
    }

    private static int[] recent(SalesCounts sales, int today, int recentDays) {
        int[] recent = new int[sales.items()];
        for (int item = 0; item < recent.length; item++) {
            for (int k = sales.dayStart()[item]; k < sales.dayStart()[item + 1]; k++) {
                int day = sales.day()[k];
                recent[item] += day > today - recentDays && day <= today ? sales.count()[k] : 0;
            }
        }
        return recent;
    }

    /** Popularity as a share of the best seller's: 0 to 1. */
    public double share(int item) {
        return max > 0 ? values[item] / max : 0;
    }

    /** Receipts with the item in the recent days. */
    public int recentReceipts(int item) {
        return recent[item];
    }

    public int items() {
        return values.length;
    }

    /** Whether anything was sold. */
    public boolean anything() {
        return max > 0;
    }

    /** The weight of each age, computed once: there are many sales and few ages. */
    private static final class Decay {
        private static final int KEPT = 4096;

        private final double halfLifeDays;
        private final double[] weights = new double[KEPT];

        Decay(double halfLifeDays) {
            this.halfLifeDays = halfLifeDays;
            for (int age = 0; age < KEPT; age++) {
                weights[age] = Math.pow(2, -age / halfLifeDays);
            }
        }

        double at(int age) {
            return age < KEPT ? weights[age] : Math.pow(2, -age / halfLifeDays);
        }
    }
}
