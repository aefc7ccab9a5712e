package dev.comptoir.recommend.model.popularity;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.Scorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Each item's popularity as a share of the best seller's, 0 to 1, the same for everybody. Immutable and thread-safe. */
public final class PopularityScorer implements Scorer {
    /*
     * popularity_i = sum over baskets b with i of w_b,   w_b = 2^(-(newest - time_b) / halfLife),
     * summed in the order of the rows, in double precision; lazily decayed sums (s <- s 2^(-dt/h) + w) give the same but for
     * one factor, which the share takes out. Weights of events (a view counts less than a purchase) would multiply w_b.
     * With a category prior k, n_i baskets with i and the mean m_c over the items of its category (Bayesian average):
     *   popularity_i <- (n_i popularity_i + k m_c) / (n_i + k),
     * so a new item starts at the mean of its category. Items without category stay as they are.
     */
    private final float[] shares;

    private PopularityScorer(float[] shares) {
        this.shares = shares;
    }

    static PopularityScorer of(
            Dataset data,
            HalfLife halfLife,
            double prior,
            int recentBaskets,
            @Nullable String category,
            IntPredicate rows) {
        Histories histories = data.histories();
        double[] sum = new double[data.items()];
        int[] count = new int[data.items()];
        long newest = newest(histories, rows);
        for (int row = 0; row < histories.rows(); row++) {
            if (!rows.test(row)) {
                continue;
            }
            int lastEnd = histories.firstBasket(row) + histories.basketCount(row);
            int first = Math.max(histories.firstBasket(row), lastEnd - recentBaskets);
            for (int basket = first; basket < lastEnd; basket++) {
                double weight = halfLife.at(HalfLife.days(newest, histories.time(basket)));
                int line = histories.firstLine(basket);
                for (int end = line + histories.basketSize(basket); line < end; line++) {
                    sum[histories.item(line)] += weight;
                    count[histories.item(line)]++;
                }
            }
        }
        if (prior > 0) {
            shrink(sum, count, data.features(), prior);
        }
        return new PopularityScorer(shares(sum, data.features(), category));
    }

    private static long newest(Histories histories, IntPredicate rows) {
        long newest = Long.MIN_VALUE;
        for (int row = 0; row < histories.rows(); row++) {
            int baskets = histories.basketCount(row);
            if (baskets > 0 && rows.test(row)) {
                newest = Math.max(newest, histories.time(histories.firstBasket(row) + baskets - 1));
            }
        }
        return newest;
    }

    private static void shrink(double[] sum, int[] count, ItemFeatures features, double prior) {
        Map<String, double[]> categories = new HashMap<>();
        for (int item = 0; item < sum.length; item++) {
            String name = features.category(item);
            if (name != null) {
                double[] total = categories.computeIfAbsent(name, key -> new double[2]);
                total[0] += sum[item];
                total[1]++;
            }
        }
        for (int item = 0; item < sum.length; item++) {
            double[] total = categories.get(features.category(item));
            if (total != null) {
                sum[item] = (count[item] * sum[item] + prior * total[0] / total[1]) / (count[item] + prior);
            }
        }
    }

    private static float[] shares(double[] sum, ItemFeatures features, @Nullable String category) {
        double max = 0;
        for (int item = 0; item < sum.length; item++) {
            if (category != null && !category.equals(features.category(item))) {
                sum[item] = 0;
            }
            max = Math.max(max, sum[item]);
        }
        float[] shares = new float[sum.length];
        for (int item = 0; item < sum.length && max > 0; item++) {
            shares[item] = (float) (sum[item] / max);
        }
        return shares;
    }

    @Override
    public int items() {
        return shares.length;
    }

    /** The popularity of an item as a share of the best seller's: 0 to 1. */
    public float share(int item) {
        return shares[item];
    }

    @Override
    public void score(History history, float[] scores) {
        System.arraycopy(shares, 0, scores, 0, shares.length);
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        return List.of(Contribution.of(Contribution.Kind.POPULAR, shares[item]));
    }
}
