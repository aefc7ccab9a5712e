package dev.comptoir.recommend.rank;

import java.util.Arrays;

/** Maximal marginal relevance: the next candidate is one that is good and unlike those before it. Pure functions. */
public final class Mmr {
    /*
     * Carbonell, Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998:
     *   argmax_i (1 - lambda) r_i - lambda max_{j chosen} sim(i, j)
     * with lambda as the weight of variety (the paper's is the weight of relevance). The maximum over nobody is 0. The largest
     * similarity of each candidate is carried along: k n similarities for k of n.
     */
    private Mmr() {}

    /**
     * The chosen candidates, in the order of their choice; among equals the one that stands first.
     *
     * @param relevance of each candidate, best first, finite, of the size of similarities: 0 to 1
     * @param similarity of two candidates by their places in {@code relevance}
     * @param limit at most so many
     * @param lambda weight of variety, 0 to 1; .1 to .5 is usual
     */
    public static int[] choose(float[] relevance, Similarity similarity, int limit, double lambda) {
        Relevance.requireFinite(relevance);
        Relevance.requireWithin("lambda of MMR", lambda, 0, 1);
        int n = relevance.length;
        int[] chosen = new int[Math.max(0, Math.min(limit, n))];
        boolean[] taken = new boolean[n];
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < chosen.length; k++) {
            int best = -1;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                double value = (1 - lambda) * relevance[i] - (k == 0 ? 0 : lambda * nearest[i]);
                if (!taken[i] && value > bestValue) {
                    best = i;
                    bestValue = value;
                }
            }
            chosen[k] = best;
            taken[best] = true;
            for (int i = 0; i < n; i++) {
                if (!taken[i]) {
                    float alike = similarity.of(i, best);
                    nearest[i] = Math.max(nearest[i], Float.isFinite(alike) ? alike : 0);
                }
            }
        }
        return chosen;
    }
}
