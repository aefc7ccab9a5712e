package dev.comptoir.recommend.rank;

/** A list whose mix of categories is that of the customer's own purchases. Pure functions. */
public final class Calibration {
    /*
     * Steck, "Calibrated Recommendations", RecSys 2018:
     *   max over lists I of  (1 - lambda) sum_{i in I} r_i - lambda KL(p || q~(I)),   q~ = (1 - alpha) q + alpha p
     * greedily, one item after the other. q(g) is the share of the list's items in g. Every item has one category or none; an
     * item without one makes the list longer and belongs nowhere. Only the share of the candidate's own category changes with
     * it, so that one step costs a logarithm a category and a look at each candidate.
     */
    private Calibration() {}

    /**
     * The chosen candidates, in the order of their choice; among equals the one that stands first.
     *
     * @param relevance of each candidate, best first, finite; 0 to 1, so that {@code lambda} means the same for all
     * @param group the category of each candidate, from 0; -1 for none
     * @param target the customer's mix: a share per category, adding up to 1, see {@link CategoryMix}
     * @param limit at most so many
     * @param lambda weight of the mix, 0 to 1
     * @param alpha how much of the mix is taken for granted, above 0 to 1; .01 in the paper
     */
    public static int[] choose(
            float[] relevance, int[] group, double[] target, int limit, double lambda, double alpha) {
        Relevance.requireFinite(relevance);
        check(lambda, alpha);
        double[] mix = checked(target);
        int n = relevance.length;
        int[] chosen = new int[Math.max(0, Math.min(limit, n))];
        boolean[] taken = new boolean[n];
        int[] count = new int[mix.length];
        double[] with = new double[mix.length];
        for (int k = 0; k < chosen.length; k++) {
            double without = divergences(mix, count, k + 1, alpha, with);
            int best = -1;
            double bestValue = 0;
            for (int i = 0; i < n; i++) {
                if (taken[i]) {
                    continue;
                }
                double divergence = known(group[i], mix.length) ? with[group[i]] : without;
                double value = (1 - lambda) * relevance[i] - lambda * divergence;
                if (best < 0 || value > bestValue) {
                    best = i;
                    bestValue = value;
                }
            }
            chosen[k] = best;
            taken[best] = true;
            if (known(group[best], mix.length)) {
                count[group[best]]++;
            }
        }
        return chosen;
    }

    /** KL(p || q~) of a list with so many items of each category. */
    static double divergence(double[] mix, int[] count, int length, double alpha) {
        double sum = 0;
        for (int g = 0; g < mix.length; g++) {
            sum += term(mix[g], count[g], length, alpha);
        }
        return sum;
    }

    static void check(double lambda, double alpha) {
        Relevance.requireWithin("lambda of the calibration", lambda, 0, 1);
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "The alpha of the calibration is " + alpha + ", but must be above 0 and at most 1.");
        }
    }

    /** Fills in the divergence with one more item of each category; returns the one with an item more that has none. */
    private static double divergences(double[] mix, int[] count, int length, double alpha, double[] with) {
        double all = divergence(mix, count, length, alpha);
        for (int g = 0; g < mix.length; g++) {
            with[g] = all - term(mix[g], count[g], length, alpha) + term(mix[g], count[g] + 1, length, alpha);
        }
        return all;
    }

    private static double term(double p, int count, int length, double alpha) {
        return p > 0 ? p * Math.log(p / ((1 - alpha) * count / length + alpha * p)) : 0;
    }

    private static boolean known(int group, int groups) {
        return group >= 0 && group < groups;
    }

    private static double[] checked(double[] target) {
        double sum = 0;
        for (int g = 0; g < target.length; g++) {
            Relevance.requireWithin("share of category " + g, target[g], 0, 1 + 1e-9);
            sum += target[g];
        }
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException("The shares of the categories add up to " + sum + ", but must to 1.");
        }
        return target;
    }
}
