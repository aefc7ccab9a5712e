package dev.comptoir.recommend.model.repeat;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.Scorer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Scores of a user's own items; all others have 0. Immutable and thread-safe. A call takes as long as the history is. */
public final class RepeatScorer implements Scorer {
    /*
     * score_ui = share_ui * ever_i(n_ui) * (1 - g + g * due_ui),
     * share_ui = sum of the weights of u's baskets with i / sum of the weights of all of u's baskets, weight = 2^(-age/halfLife)
     *            counted from u's newest basket (personal term of UP-CF, UMAP 2020, with a half-life),
     * due_ui   = min(MOST_DUE, hazard_ui(days since the last) * median interval_ui): 1 where purchases come by chance,
     * interval_ui: ItemRhythms' of i around the mean (sum of u's log intervals + kp mean_i) / (n - 1 + kp).
     * After SLRC (Wang et al., WWW 2019) and TAIW (RecSys 2023), closed and deterministic instead of fitted by gradients.
     */
    private static final double MOST_DUE = 3;
    private static final double MILLIS_PER_DAY = 86_400_000;

    private final ItemRhythms rhythms;
    private final HalfLife halfLife;
    private final double dueWeight;
    private final double personalPrior;

    RepeatScorer(ItemRhythms rhythms, HalfLife halfLife, double dueWeight, double personalPrior) {
        this.rhythms = rhythms;
        this.halfLife = halfLife;
        this.dueWeight = dueWeight;
        this.personalPrior = personalPrior;
    }

    @Override
    public int items() {
        return rhythms.items();
    }

    @Override
    public void score(History history, float[] scores) {
        Arrays.fill(scores, 0, items(), 0);
        Own own = new Own(history);
        for (int k = 0; k < own.known; k++) {
            double base = base(own, k);
            scores[history.item(k)] = (float) (base + base * dueWeight * (due(own, k) - 1));
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        int k = item < items() ? history.find(item) : -1;
        if (k < 0) {
            return List.of();
        }
        Own own = new Own(history);
        double base = base(own, k);
        return List.of(
                new Contribution(Contribution.Kind.OWN_PURCHASES, item, base),
                new Contribution(Contribution.Kind.DUE, item, base * dueWeight * (due(own, k) - 1)));
    }

    /**
     * When a user buys an item: what a reason says. Null where the user has not bought it or no times are known.
     *
     * @param history until the moment of the question
     */
    public @Nullable Rhythm rhythm(History history, int item) {
        int k = item < items() ? history.find(item) : -1;
        if (k < 0 || !rhythms.timed()) {
            return null;
        }
        Own own = new Own(history);
        Interval interval = own.interval(k);
        int count = history.count(k);
        double since = own.daysSince(k);
        double ever = rhythms.ever(item, count);
        long last = history.time(history.lastBasket(k));
        long due = last + (long) (interval.medianDays() * MILLIS_PER_DAY);
        return new Rhythm(
                count,
                count > 1 ? OptionalDouble.of(own.meanDays(k)) : OptionalDouble.empty(),
                since,
                interval.medianDays(),
                Instant.ofEpochMilli(due < last ? Long.MAX_VALUE : due),
                ever,
                ever * interval.hazard(since));
    }

    private double base(Own own, int k) {
        return own.shares[k] * rhythms.ever(own.history.item(k), own.history.count(k));
    }

    private double due(Own own, int k) {
        if (!rhythms.timed()) {
            return 1;
        }
        Interval interval = own.interval(k);
        return Math.min(MOST_DUE, interval.hazard(own.daysSince(k)) * interval.medianDays());
    }

    /** What one history says of its own items. */
    private final class Own {
        private final History history;
        private final int known;
        private final double[] shares;
        private final double[] logSums;
        private final long[] first;

        Own(History history) {
            this.history = history;
            this.shares = new double[history.distinct()];
            this.logSums = new double[history.distinct()];
            this.first = new long[history.distinct()];
            int size = 0;
            while (size < history.distinct() && history.item(size) < items()) {
                size++;
            }
            this.known = size;
            int[] last = new int[history.distinct()];
            Arrays.fill(last, -1);
            double total = 0;
            for (int basket = 0; basket < history.baskets(); basket++) {
                double weight = halfLife.weight(history, basket);
                total += weight;
                for (int j = 0; j < history.basketSize(basket); j++) {
                    int k = history.find(history.item(basket, j));
                    shares[k] += weight;
                    if (last[k] < 0) {
                        first[k] = history.time(basket);
                    } else {
                        double days = HalfLife.days(history.time(basket), history.time(last[k]));
                        logSums[k] += Math.log(Math.max(ItemRhythms.SHORTEST_DAYS, days));
                    }
                    last[k] = basket;
                }
            }
            for (int k = 0; k < shares.length; k++) {
                shares[k] /= total;
            }
        }

        double daysSince(int k) {
            return Math.max(0, HalfLife.days(history.now(), history.time(history.lastBasket(k))));
        }

        double meanDays(int k) {
            return HalfLife.days(history.time(history.lastBasket(k)), first[k]) / (history.count(k) - 1);
        }

        Interval interval(int k) {
            Interval ofItem = rhythms.interval(history.item(k));
            double mean = (logSums[k] + personalPrior * ofItem.mean()) / (history.count(k) - 1 + personalPrior);
            return ofItem.around(mean);
        }
    }
}
