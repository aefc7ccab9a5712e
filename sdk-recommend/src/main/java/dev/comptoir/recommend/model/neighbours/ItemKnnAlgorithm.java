package dev.comptoir.recommend.model.neighbours;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.HalfLife;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Items that the same users have: item-kNN by cosine or BM25, and RP3beta. Training takes the sum over users of their items
 * squared. Immutable and thread-safe.
 */
public final class ItemKnnAlgorithm implements Algorithm {
    /*
     * Sarwar, Karypis, Konstan, Riedl: "Item-Based Collaborative Filtering Recommendation Algorithms", WWW 2001:
     *   W_ij = G_ij / (sqrt(G_ii G_jj) + shrink),   G = X'X of zeros and ones.
     * BM25 (Robertson, Zaragoza 2009, with users as the documents' words): X_ui = (K1 + 1) / (K1 (1 - B + B |u| / mean |u|) + 1)
     * * ln(1 + users / |u|), then W = X'X, normed in the same way.
     * RP3beta (Paudel, Christoffel, Newell, Bernstein: "Updatable, Accurate, Diverse, and Scalable Recommendations for
     * Interactive Applications", TiiS 2016):  W_ij = sum over u of (1/|i|)^alpha (1/|u|)^alpha / |j|^beta.
     * W_ii = 0. The K largest are kept, of equal ones the smaller index: for cosine and BM25 of each column, the scored item's,
     * since of each row well-known items would take all places; for RP3beta of each row, where beta sees to that.
     */
    private final String name;
    private final SortedMap<String, Double> parameters;
    private final HalfLife halfLife;

    private ItemKnnAlgorithm(String name, SortedMap<String, Double> parameters, HalfLife halfLife) {
        this.name = name;
        this.parameters = parameters;
        this.halfLife = halfLife;
    }

    /**
     * The cosine of the items' users.
     *
     * @param neighbors how many are kept per item, at least 1; 20 to 500 are usual
     * @param shrink added to the denominator, at least 0; up to 1000 is usual
     */
    public static ItemKnnAlgorithm cosine(int neighbors, double shrink) {
        return make("item-knn", neighbors, "shrink", shrink, "shrink", shrink);
    }

    /**
     * The cosine after BM25's weighting, which holds back users who have many items.
     *
     * @param neighbors how many are kept per item, at least 1
     * @param k1 at least 0; 1.2 to 100 are usual
     * @param b 0 to 1; .75 to .8 are usual
     */
    public static ItemKnnAlgorithm bm25(int neighbors, double k1, double b) {
        if (b > 1) {
            throw new IllegalArgumentException("The b is " + b + ", but must be at most 1.");
        }
        return make("item-knn-bm25", neighbors, "k1", k1, "b", b);
    }

    /**
     * Random walks of three steps, from item to user to item.
     *
     * @param neighbors how many are kept per item, at least 1
     * @param alpha power of the probabilities, at least 0; .3 to 1.5 are usual
     * @param beta how far popular items are held back, at least 0; 0 to 1 are usual
     */
    public static ItemKnnAlgorithm rp3beta(int neighbors, double alpha, double beta) {
        return make("rp3beta", neighbors, "alpha", alpha, "beta", beta);
    }

    private static ItemKnnAlgorithm make(
            String name, int neighbors, String first, double one, String second, double other) {
        if (neighbors < 1) {
            throw new IllegalArgumentException("The number of neighbors is " + neighbors + ", but must be at least 1.");
        }
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("neighbors", (double) neighbors);
        parameters.put(first, one);
        parameters.put(second, other);
        parameters.forEach((key, value) -> {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "The " + key + " is " + value + ", but must be a number of at least 0.");
            }
        });
        return new ItemKnnAlgorithm(name, parameters, HalfLife.none());
    }

    /** The same, with items of older baskets counting less at scoring; training stays as it is. */
    public ItemKnnAlgorithm withHalfLife(HalfLife inputHalfLife) {
        SortedMap<String, Double> changed = new TreeMap<>(parameters);
        changed.put(
                inputHalfLife.unit() == HalfLife.Unit.DAYS ? "halfLifeDays" : "halfLifeBaskets", inputHalfLife.value());
        return new ItemKnnAlgorithm(name, changed, inputHalfLife);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(parameters);
    }

    @Override
    public long estimateBytes(Dataset data) {
        long kept = (long) data.items() * Math.min(data.items(), (int) get("neighbors"));
        return 8 * kept
                + 96L * data.items()
                + 8L * data.histories().lines()
                + 8L * data.histories().rows()
                + 1024;
    }

    @Override
    public ItemNeighboursScorer train(Dataset data, Tiles tiles) {
        Histories histories = data.histories();
        CoOccurrence pairs = new CoOccurrence(histories.matrix(), (int) get("neighbors"));
        switch (name) {
            case "rp3beta" -> pairs.rp3beta(get("alpha"), get("beta"));
            case "item-knn-bm25" -> pairs.bm25(get("k1"), get("b"));
            default -> pairs.cosine(get("shrink"));
        }
        return pairs.nearest(tiles, halfLife);
    }

    private double get(String key) {
        return parameters.getOrDefault(key, 0.0);
    }
}
