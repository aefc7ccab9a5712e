package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.popularity.PopularityScorer;
import java.util.Arrays;
import java.util.List;

/**
 * Own baskets, those of the neighbours, and what sells well. Immutable and thread-safe. A call takes as long as reading the
 * other buyers of each own item, and the baskets of the neighbours; it allocates 8 bytes per row.
 *
 * <p>A history that continues, or is, one of those learnt from does not count that row as its neighbour.
 */
public final class NeighbourBasketScorer implements Scorer {
    /*
     * score_ui = own * P_ui + sum over neighbours v of factor_uv * P_vi + popularity * share_i.
     * UP-CF: own = 1, factor = similarity^q. TIFU-KNN: own = alpha, factor = (1 - alpha) / k. See NeighbourBasketAlgorithm.
     */
    private final float[] itemWeights;
    private final float[] ones;
    private final BasketWeights similarity;
    private final BasketWeights prediction;
    private final boolean counts;
    private final SparseRows rows;
    private final Neighbours neighbours;
    private final OwnRows ownRows;
    private final float ownWeight;
    private final float popularityWeight;
    private final PopularityScorer popularity;

    NeighbourBasketScorer(
            float[] itemWeights,
            BasketWeights similarity,
            BasketWeights prediction,
            boolean counts,
            SparseRows rows,
            Neighbours neighbours,
            OwnRows ownRows,
            double ownWeight,
            double popularityWeight,
            PopularityScorer popularity) {
        this.itemWeights = itemWeights;
        this.ones = new float[itemWeights.length];
        Arrays.fill(ones, 1);
        this.similarity = similarity;
        this.prediction = prediction;
        this.counts = counts;
        this.rows = rows;
        this.neighbours = neighbours;
        this.ownRows = ownRows;
        this.ownWeight = (float) ownWeight;
        this.popularityWeight = (float) popularityWeight;
        this.popularity = popularity;
    }

    @Override
    public int items() {
        return itemWeights.length;
    }

    @Override
    public void score(History history, float[] scores) {
        for (int item = 0; item < itemWeights.length; item++) {
            scores[item] = popularityWeight * popularity.share(item);
        }
        if (history.isEmpty()) {
            return;
        }
        SparseVector own = own(history);
        for (int k = 0; k < own.size(); k++) {
            scores[own.items()[k]] += ownWeight * own.values()[k];
        }
        int[] numbers = new int[rows.rows()];
        float[] factors = new float[rows.rows()];
        int size = neighbours.choose(vector(history), ownRows.find(history), numbers, factors);
        for (int at = 0; at < size; at++) {
            rows.addTo(scores, numbers[at], factors[numbers[at]]);
        }
    }

    @Override
    public List<Contribution> explain(History history, int item) {
        Contribution popular = Contribution.of(Contribution.Kind.POPULAR, popularityWeight * popularity.share(item));
        if (history.isEmpty()) {
            return List.of(popular);
        }
        int[] numbers = new int[rows.rows()];
        float[] factors = new float[rows.rows()];
        int size = neighbours.choose(vector(history), ownRows.find(history), numbers, factors);
        double similar = 0;
        for (int at = 0; at < size; at++) {
            similar += factors[numbers[at]] * rows.get(numbers[at], item);
        }
        int source = history.find(item) >= 0 ? item : -1;
        return List.of(
                new Contribution(
                        Contribution.Kind.OWN_PURCHASES,
                        source,
                        ownWeight * own(history).get(item)),
                Contribution.of(Contribution.Kind.SIMILAR_CUSTOMERS, similar),
                popular);
    }

    private SparseVector own(History history) {
        return SparseVector.of(history, prediction.of(history), ones);
    }

    private SparseVector vector(History history) {
        return vector(history, similarity, counts, itemWeights);
    }

    /** What rows are compared by. */
    static SparseVector vector(History history, BasketWeights weights, boolean counts, float[] itemWeights) {
        SparseVector sums = SparseVector.of(history, weights.of(history), itemWeights);
        return counts ? sums : sums.binary(itemWeights);
    }
}
