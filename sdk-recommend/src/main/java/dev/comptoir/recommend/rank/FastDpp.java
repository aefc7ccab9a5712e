package dev.comptoir.recommend.rank;

/** Determinantal point process: a list whose members are good and span as much as they can. Pure functions. */
public final class FastDpp {
    /*
     * Chen, Zhang, Zhou, "Fast Greedy MAP Inference for Determinantal Point Process to Improve Recommendation Diversity",
     * NeurIPS 2018, algorithm 1: L = Diag(q) S Diag(q), q_i = exp(theta r_i), S_ii = 1. Greedily add the candidate with the
     * largest det of L over the chosen, which is the one with the largest d_i^2, where
     *   d_i^2 = L_ii;   after choosing j:  e_i = (L_ji - <c_j, c_i>) / d_j,   c_i = [c_i e_i],   d_i^2 -= e_i^2
     * O(k^2 n). With theta = 0 only variety counts; the paper's trade-off w is theta = w / (2 (1 - w)).
     *
     * Different from the paper, which stops when d_j^2 falls under an absolute limit: a candidate that is all but a mixture of
     * those chosen (d_i^2 / L_ii below the limit, so that the size of q does not matter) is set aside, and the list is filled up
     * with those in the order given. The same happens where S is no matrix of similarities (not positive semi-definite).
     */
    private static final double DEPENDENT = 1e-6;

    private FastDpp() {}

    /**
     * The chosen candidates, in the order of their choice; among equals the one that stands first.
     *
     * @param relevance of each candidate, best first, 0 to 1
     * @param similarity of two candidates by their places in {@code relevance}; a scalar product of unit vectors, or else some
     *     candidates are taken for doubles of others
     * @param limit at most so many
     * @param theta weight of relevance, 0 to 20; .5 to 5 is usual, more means less variety
     */
    public static int[] choose(float[] relevance, Similarity similarity, int limit, double theta) {
        Relevance.requireFinite(relevance);
        Relevance.requireWithin("theta of the DPP", theta, 0, 20);
        int n = relevance.length;
        int k = Math.max(0, Math.min(limit, n));
        double[] quality = new double[n];
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            Relevance.requireWithin("relevance of a candidate", relevance[i], 0, 1);
            quality[i] = Math.exp(theta * relevance[i]);
            rest[i] = quality[i] * quality[i];
        }
        double[][] c = new double[n][k];
        boolean[] out = new boolean[n];
        boolean[] taken = new boolean[n];
        int[] chosen = new int[k];
        int size = 0;
        while (size < k) {
            int best = argmax(rest, out);
            if (best < 0) {
                break;
            }
            out[best] = true;
            if (rest[best] <= DEPENDENT * quality[best] * quality[best]) {
                continue;
            }
            chosen[size] = best;
            taken[best] = true;
            double root = Math.sqrt(rest[best]);
            for (int i = 0; i < n; i++) {
                if (!out[i]) {
                    float alike = similarity.of(best, i);
                    double dot = 0;
                    for (int m = 0; m < size; m++) {
                        dot += c[best][m] * c[i][m];
                    }
                    double e = (quality[best] * quality[i] * (Float.isFinite(alike) ? alike : 0) - dot) / root;
                    c[i][size] = e;
                    rest[i] -= e * e;
                }
            }
            size++;
        }
        for (int i = 0; i < n && size < k; i++) {
            if (!taken[i]) {
                chosen[size++] = i;
            }
        }
        return chosen;
    }

    private static int argmax(double[] values, boolean[] out) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (!out[i] && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }
}
