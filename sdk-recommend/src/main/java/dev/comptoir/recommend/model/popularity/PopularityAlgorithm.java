package dev.comptoir.recommend.model.popularity;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.HalfLife;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well each item sells: baskets with it, newer ones counting more. With {@link #topFrequency} it is the baseline G-TopFreq.
 * Immutable and thread-safe. Training reads every line once.
 */
public final class PopularityAlgorithm implements Algorithm {
    private final double halfLifeDays;
    private final double categoryPrior;
    private final int recentBaskets;
    private final @Nullable String category;
    private final @Nullable BitSet rows;

    private PopularityAlgorithm(
            double halfLifeDays,
            double categoryPrior,
            int recentBaskets,
            @Nullable String category,
            @Nullable BitSet rows) {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("The half-life is " + halfLifeDays + " days, but must be above 0.");
        }
        if (recentBaskets < 1) {
            throw new IllegalArgumentException(
                    "The number of recent baskets is " + recentBaskets + ", but must be at least 1.");
        }
        if (!(categoryPrior >= 0) || Double.isInfinite(categoryPrior)) {
            throw new IllegalArgumentException(
                    "The category prior is " + categoryPrior + ", but must be a number of at least 0.");
        }
        this.halfLifeDays = halfLifeDays;
        this.categoryPrior = categoryPrior;
        this.recentBaskets = recentBaskets;
        this.category = category;
        this.rows = rows;
    }

    /** Plain counts of baskets. */
    public static PopularityAlgorithm topFrequency() {
        return decayed(Double.POSITIVE_INFINITY);
    }

    /**
     * Counts that halve with age, measured from the newest basket of all.
     *
     * @param halfLifeDays above 0; 7 to 90 are usual, infinity lets all baskets count the same
     */
    public static PopularityAlgorithm decayed(double halfLifeDays) {
        return new PopularityAlgorithm(halfLifeDays, 0, Integer.MAX_VALUE, null, null);
    }

    /**
     * The same, with items of few sales drawn towards the mean of their category.
     *
     * @param baskets how many baskets with an item weigh as much as the category; 5 to 50 are usual, 0 for none
     */
    public PopularityAlgorithm withCategoryPrior(double baskets) {
        return new PopularityAlgorithm(halfLifeDays, baskets, recentBaskets, category, rows);
    }

    /**
     * The same, counting only the newest baskets of each row: what sells now, where no times are known.
     *
     * @param baskets at least 1
     */
    public PopularityAlgorithm withRecentBaskets(int baskets) {
        return new PopularityAlgorithm(halfLifeDays, categoryPrior, baskets, category, rows);
    }

    /** The same for the items of one category; all others score 0. */
    public PopularityAlgorithm inCategory(String name) {
        return new PopularityAlgorithm(halfLifeDays, categoryPrior, recentBaskets, name, rows);
    }

    /** The same, counting only these rows of the histories: what sells in a segment. */
    public PopularityAlgorithm amongRows(BitSet chosen) {
        return new PopularityAlgorithm(halfLifeDays, categoryPrior, recentBaskets, category, (BitSet) chosen.clone());
    }

    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters =
                new TreeMap<>(Map.of("halfLifeDays", halfLifeDays, "categoryPrior", categoryPrior));
        if (recentBaskets < Integer.MAX_VALUE) {
            parameters.put("recentBaskets", (double) recentBaskets);
        }
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        return 24L * data.items() + 1024;
    }

    @Override
    public PopularityScorer train(Dataset data, Tiles tiles) {
        BitSet chosen = rows;
        return PopularityScorer.of(
                data,
                HalfLife.days(halfLifeDays),
                categoryPrior,
                recentBaskets,
                category,
                chosen == null ? row -> true : chosen::get);
    }
}
