package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.PersistentAlgorithm;
import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.model.ease.Objective;
import dev.comptoir.recommend.model.ease.Recency;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * EASE on the neighbourhood of each item, for catalogues above the limit of the dense one. Where every two
 * items meet and all are neighbours it is EASE. Time grows with the items and the cube of the neighbours. Rows of more than 10,000 items are left out.
 * Immutable and thread-safe.
 */
public final class SparseAlgorithm implements PersistentAlgorithm {
    /*
     * Steck: "Markov Random Fields for Collaborative Filtering", NeurIPS 2019; Spisak et al.: "Scalable Approximate NonSymmetric
     * Autoencoder for Collaborative Filtering", RecSys 2023 (SANSA). With A = G + regularization * I, the column of EASE's B for
     * item j is the ridge regression of j on all others. Here on its neighbourhood N only:
     *   B_Nj = inverse(A_NN) G_Nj,   N the K items with the largest G_ij / sqrt(A_ii A_jj), not below the threshold, of equal ones the more
     * frequent.
     * Steck thresholds correlations into a symmetric pattern, solves for blocks of items whose neighbourhoods overlap, and needs all
     * of G in memory; we solve each item alone, with no symmetric pattern and no block, and count only the entries of A_NN.
     * SANSA factorises all of A and drops small entries, which follows paths of neighbours; we do not, but there is no fill-in to
     * bound, and each weight is the exact ridge solution on its neighbourhood.
     */
    private static final int MAX_NEIGHBORS = 2000;
    /** Rough: threads are not known when memory is estimated. */
    private static final int THREADS = 4;

    private final Objective objective;
    private final int neighbors;
    private final double threshold;
    private final Recency recency;
    private final double damping;

    private SparseAlgorithm(Objective objective, int neighbors, double threshold, Recency recency, double damping) {
        if (neighbors < 1 || neighbors > MAX_NEIGHBORS) {
            throw new IllegalArgumentException(
                    "The number of neighbors is " + neighbors + ", but must lie from 1 to " + MAX_NEIGHBORS + ".");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold is " + threshold + ", but must lie from 0 to 1.");
        }
        if (!(damping >= 0 && damping <= 1)) {
            throw new IllegalArgumentException("The damping is " + damping + ", but must lie from 0 to 1.");
        }
        this.objective = objective;
        this.neighbors = neighbors;
        this.threshold = threshold;
        this.recency = recency;
        this.damping = damping;
    }

    /**
     * Settings.
     *
     * @param regularization above 0; 10 to 10,000 are usual, larger for sparser data
     * @param neighbors of each item at most, 1 to 2,000; 100 to 300 are usual
     */
    public static SparseAlgorithm of(double regularization, int neighbors) {
        return new SparseAlgorithm(new Objective(regularization, 0, 0), neighbors, 0, Recency.NONE, 0);
    }

    /**
     * The same as EDLAE, which hides a share of each history in training.
     *
     * @param dropout 0 to below 1; .25 to .5 are usual
     */
    public SparseAlgorithm withDropout(double dropout) {
        return new SparseAlgorithm(
                new Objective(objective.regularization(), dropout, 0), neighbors, threshold, recency, damping);
    }

    /**
     * The same with neighbours only where the rows with both items, over the geometric mean of those with either, each plus the
     * regularization, come to so much.
     *
     * @param threshold 0 to 1; 0 for no limit
     */
    public SparseAlgorithm withThreshold(double threshold) {
        return new SparseAlgorithm(objective, neighbors, threshold, recency, damping);
    }

    /** The same with a weight that falls with the age of a purchase when somebody is scored; training stays as it is. */
    public SparseAlgorithm withRecency(Recency recency) {
        return new SparseAlgorithm(objective, neighbors, threshold, recency, damping);
    }

    /**
     * The same with the scores of an item divided by its number of users to a power.
     *
     * @param damping the power, 0 to 1; 0 for none
     */
    public SparseAlgorithm withDamping(double damping) {
        return new SparseAlgorithm(objective, neighbors, threshold, recency, damping);
    }

    @Override
    public String name() {
        return objective.dropout() > 0 ? "sparse-edlae" : "sparse-ease";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("regularization", objective.regularization());
        parameters.put("dropout", objective.dropout());
        parameters.put("neighbors", (double) neighbors);
        parameters.put("threshold", threshold);
        parameters.put("damping", damping);
        parameters.put("halfLifeDays", recency.halfLifeDays());
        parameters.put("halfLifeBaskets", recency.halfLifeBaskets());
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        long items = data.items();
        long most = Math.min(neighbors, Math.max(0, items - 1));
        long rows = data.histories().rows();
        long twice = 2 * 8 * items * most + 60 * items;
        long scratch = THREADS * (8 * items + 8 * most * most + rows / 8);
        return twice
                + scratch
                + CoOccurrence.estimateBytes(items, rows, data.histories().lines());
    }

    @Override
    public SparseScorer train(Dataset data, Tiles tiles) {
        CoOccurrence meetings = CoOccurrence.of(data.histories().matrix(), tiles);
        return scorer(new Neighbourhoods(meetings, objective, neighbors, threshold).solve(tiles));
    }

    /** Scores by weights trained before, with the recency and the damping of this algorithm. */
    public SparseScorer scorer(SparseWeights model) {
        return new SparseScorer(model, recency, damping);
    }

    @Override
    public int formatVersion() {
        return SparseWeights.VERSION;
    }

    @Override
    public void write(Scorer scorer, OutputStream out) throws IOException {
        ((SparseScorer) scorer).model().writeTo(out);
    }

    @Override
    public SparseScorer read(InputStream in) throws IOException {
        return scorer(SparseWeights.readFrom(in));
    }
}
