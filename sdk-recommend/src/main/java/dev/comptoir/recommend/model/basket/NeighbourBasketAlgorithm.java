package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.HalfLife;
import dev.comptoir.recommend.model.popularity.PopularityAlgorithm;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user's own baskets and those of similar users hold. Nothing is fitted: training builds inverted lists, in time and
 * memory that grow with the number of lines. Immutable and thread-safe.
 */
public final class NeighbourBasketAlgorithm implements Algorithm {
    /*
     * UP-CF@r. Faggioli, Polato, Aiolli: "Recency Aware Collaborative Filtering for Next Basket Recommendation", UMAP 2020.
     *   P_ui   = (1 / min(r, |B_u|)) * how many of u's last r baskets hold i
     *   sim_uv = x_u.x_v / ((|x_u|^2)^a (|x_v|^2)^(1-a) + shrink)
     *   s_ui   = P_ui + sum over the k most similar v of sim_uv^q P_vi
     * x_u is 1 for each item ever bought (paper), or the number of baskets with it. Exact: no sampling, no pruning. Ours: P as
     * a mean weighted by 2^(-age / halfLife); another r for the neighbours' baskets than for the own; idf^e as weight of an
     * item in x, or none at all for an item that more than a given share of rows has; popularity / max added.
     *
     * TIFU-KNN. Hu, He, Gao, Zhang: "Modeling Personalized Item Frequency Information for Next-basket Recommendation",
     * SIGIR 2020. v_u as in TifuWeights, k nearest by Euclidean distance, s = alpha v_u + (1 - alpha) mean v.
     */
    private static final int ROWS_PER_TILE = 256;

    private final boolean tifu;
    private final SortedMap<String, Double> parameters;

    private NeighbourBasketAlgorithm(boolean tifu, Map<String, Double> parameters) {
        this.tifu = tifu;
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * UP-CF as published, but for the shrinkage, which is none.
     *
     * @param recentBaskets how many of the newest baskets predict; 5 to 25 are usual
     * @param asymmetry how far the own norm outweighs the neighbour's, 0 to 1; .75 is usual
     * @param exponent of the similarity, above 0; 2 to 100 are usual
     * @param neighbors 100 to 900 are usual
     */
    public static NeighbourBasketAlgorithm upCf(int recentBaskets, double asymmetry, double exponent, int neighbors) {
        atLeast("number of recent baskets", recentBaskets, 1);
        within("asymmetry", asymmetry, 0, 1);
        if (!(exponent > 0) || Double.isInfinite(exponent)) {
            throw new IllegalArgumentException("The exponent is " + exponent + ", but must be a number above 0.");
        }
        atLeast("number of neighbors", neighbors, 1);
        return new NeighbourBasketAlgorithm(
                false,
                Map.of(
                        "recentBaskets",
                        (double) recentBaskets,
                        "asymmetry",
                        asymmetry,
                        "exponent",
                        exponent,
                        "neighbors",
                        (double) neighbors));
    }

    /**
     * TIFU-KNN.
     *
     * @param neighbors 100 to 1,300 are usual
     * @param withinDecay what a basket keeps for each later one of its group, above 0 to 1; .8 to 1 are usual
     * @param groupDecay what a group keeps for each later one, above 0 to 1; .6 to 1 are usual
     * @param alpha the share of the own vector, 0 to 1
     * @param groups 3 to 23 are usual
     * @param referenceCompatible whether to decay as the published code does: over the whole history, not within groups
     */
    public static NeighbourBasketAlgorithm tifuKnn(
            int neighbors,
            double withinDecay,
            double groupDecay,
            double alpha,
            int groups,
            boolean referenceCompatible) {
        atLeast("number of neighbors", neighbors, 1);
        within("decay within groups", withinDecay, Double.MIN_NORMAL, 1);
        within("decay of groups", groupDecay, Double.MIN_NORMAL, 1);
        within("alpha", alpha, 0, 1);
        atLeast("number of groups", groups, 1);
        return new NeighbourBasketAlgorithm(
                true,
                Map.of(
                        "neighbors",
                        (double) neighbors,
                        "withinDecay",
                        withinDecay,
                        "groupDecay",
                        groupDecay,
                        "alpha",
                        alpha,
                        "groups",
                        (double) groups,
                        "referenceCompatible",
                        referenceCompatible ? 1.0 : 0.0));
    }

    /** Compares users by how many baskets hold an item instead of by whether any does. UP-CF only. */
    public NeighbourBasketAlgorithm withCounts() {
        return withUpCf("counts", 1);
    }

    /** Adds to the denominator of the similarity. UP-CF only. */
    public NeighbourBasketAlgorithm withShrink(double shrink) {
        within("shrink", shrink, 0, Double.MAX_VALUE);
        return withUpCf("shrink", shrink);
    }

    /** Another number of newest baskets for the neighbours than for the user. UP-CF only. */
    public NeighbourBasketAlgorithm withNeighborBaskets(int recentBaskets) {
        atLeast("number of the neighbors' recent baskets", recentBaskets, 1);
        return withUpCf("neighborBaskets", recentBaskets);
    }

    /** Lets the recent baskets count less with age. UP-CF only. */
    public NeighbourBasketAlgorithm withHalfLife(HalfLife halfLife) {
        return withUpCf(halfLife.unit() == HalfLife.Unit.DAYS ? "halfLifeDays" : "halfLifeBaskets", halfLife.value());
    }

    /** Weighs items by idf to this power in comparing users; 0, none, to 1. UP-CF only. */
    public NeighbourBasketAlgorithm withIdf(double power) {
        within("power of idf", power, 0, 10);
        return withUpCf("idf", power);
    }

    /**
     * Compares users without the items that more than this share of them have: such items tell little and cost most. UP-CF only.
     *
     * @param share above 0; .5 is usual for large shops, 1 keeps all
     */
    public NeighbourBasketAlgorithm withMaxItemShare(double share) {
        within("largest share of users of an item", share, Double.MIN_NORMAL, 1);
        return withUpCf("maxItemShare", share);
    }

    /** Adds this much times popularity as a share of the best seller's. */
    public NeighbourBasketAlgorithm withPopularity(double weight) {
        within("weight of popularity", weight, 0, 1e9);
        return with("popularity", weight);
    }

    private NeighbourBasketAlgorithm withUpCf(String name, double value) {
        if (tifu) {
            throw new IllegalStateException("TIFU-KNN has no parameter " + name + ".");
        }
        return with(name, value);
    }

    private NeighbourBasketAlgorithm with(String name, double value) {
        SortedMap<String, Double> changed = new TreeMap<>(parameters);
        changed.put(name, value);
        return new NeighbourBasketAlgorithm(tifu, changed);
    }

    @Override
    public String name() {
        return tifu ? "tifu-knn" : "up-cf";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        return 48L * data.histories().lines() + 160L * data.histories().rows() + 40L * data.items() + 1024;
    }

    @Override
    public NeighbourBasketScorer train(Dataset data, Tiles tiles) {
        Histories histories = data.histories();
        boolean counts = tifu || get("counts", 0) > 0;
        BasketWeights own;
        BasketWeights theirs;
        BasketWeights compared;
        if (tifu) {
            own = new TifuWeights(
                    (int) get("groups", 1),
                    get("withinDecay", 1),
                    get("groupDecay", 1),
                    get("referenceCompatible", 0) > 0);
            theirs = own;
            compared = own;
        } else {
            HalfLife halfLife = halfLife();
            own = BasketWeights.shares((int) get("recentBaskets", 1), halfLife);
            theirs = BasketWeights.shares((int) get("neighborBaskets", get("recentBaskets", 1)), halfLife);
            compared = BasketWeights.halving(HalfLife.none());
        }
        float[] itemWeights = itemWeights(histories);
        float[] ones = new float[data.items()];
        Arrays.fill(ones, 1);
        SparseVector[] vectors = new SparseVector[histories.rows()];
        SparseVector[] predictions = new SparseVector[histories.rows()];
        tiles.run((histories.rows() + ROWS_PER_TILE - 1) / ROWS_PER_TILE, tile -> {
            int end = Math.min(histories.rows(), (tile + 1) * ROWS_PER_TILE);
            for (int row = tile * ROWS_PER_TILE; row < end; row++) {
                History history = histories.history(row, 0);
                vectors[row] = NeighbourBasketScorer.vector(history, compared, counts, itemWeights);
                predictions[row] = SparseVector.of(history, theirs.of(history), ones);
            }
        });
        int neighbors = (int) get("neighbors", 1);
        Neighbours neighbours = tifu
                ? NearestByDistance.of(vectors, data.items(), neighbors, 1 - get("alpha", 0))
                : AsymmetricCosine.of(
                        vectors, data.items(), get("asymmetry", 0), get("exponent", 1), neighbors, get("shrink", 0));
        return new NeighbourBasketScorer(
                itemWeights,
                compared,
                own,
                counts,
                SparseRows.of(predictions),
                neighbours,
                new OwnRows(histories),
                tifu ? get("alpha", 0) : 1,
                get("popularity", 0),
                PopularityAlgorithm.topFrequency().train(data, tiles));
    }

    private float[] itemWeights(Histories histories) {
        double idf = get("idf", 0);
        double maxShare = get("maxItemShare", 1);
        int[] rows = histories.matrix().itemCounts();
        float[] weights = new float[rows.length];
        for (int item = 0; item < weights.length; item++) {
            boolean kept = rows[item] <= maxShare * histories.rows();
            double rarity = (histories.rows() + 1.0) / Math.max(1, rows[item]);
            weights[item] = kept ? (float) Math.pow(Math.log(rarity), idf) : 0;
        }
        return weights;
    }

    private HalfLife halfLife() {
        if (parameters.containsKey("halfLifeDays")) {
            return HalfLife.days(get("halfLifeDays", 1));
        }
        return HalfLife.baskets(get("halfLifeBaskets", Double.POSITIVE_INFINITY));
    }

    private double get(String name, double otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    private static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + value + ", but must be at least " + least + ".");
        }
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + value + ", but must lie between " + least + " and " + most + ".");
        }
    }
}
