package dev.comptoir.value;

import dev.comptoir.value.internal.LogGamma;
import dev.comptoir.value.internal.LogSum;
import java.util.Collection;
import java.util.Map;

/**
 * BG/BB: for customers who can buy at set opportunities only, such as a weekly market or a subscription box. While alive, a
 * customer uses each opportunity with a probability p ~ Beta(alpha, beta), and leaves before each with a probability
 * q ~ Beta(gamma, delta). Immutable.
 *
 * <p>Fader, Hardie, Shang, <i>Customer-Base Analysis in a Discrete-Time Noncontractual Setting</i>, Marketing Science 29 (2010).
 *
 * @param alpha first parameter of the probability to buy
 * @param beta second parameter of it
 * @param gamma first parameter of the probability to leave
 * @param delta second parameter of it
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is not above 0, or not finite
     */
    public BgBb {
        Parameters.check(Parameters.of("alpha", alpha, "beta", beta, "gamma", gamma, "delta", delta));
    }

    /**
     * Maximum likelihood with the prior of {@link PurchaseModel#fit}.
     *
     * @param histories at least one
     */
    public static OpportunityFit fit(Collection<OpportunityHistory> histories, double priorWeight) {
        return OpportunityFitting.fit(histories, priorWeight);
    }

    public Map<String, Double> parameters() {
        return Parameters.of("alpha", alpha, "beta", beta, "gamma", gamma, "delta", delta);
    }

    /** The logarithm of the likelihood of a history. Its cost grows with the opportunities since the last purchase. */
    public double logLikelihood(OpportunityHistory history) {
        int x = history.frequency();
        int recency = history.recency();
        double sum = alive(history, 0);
        int silent = history.opportunities() - recency;
        // The customer left before the (recency + i + 1)-th opportunity; from one i to the next the terms are ratios.
        double left = LogGamma.beta(alpha + x, beta + recency - x)
                - LogGamma.beta(alpha, beta)
                + LogGamma.beta(gamma + 1, delta + recency)
                - LogGamma.beta(gamma, delta);
        for (int i = 0; i < silent; i++) {
            sum = LogSum.of(sum, left);
            left += Math.log((beta + recency - x + i) / (alpha + beta + recency + i))
                    + Math.log((delta + recency + i) / (gamma + 1 + delta + recency + i));
        }
        return sum;
    }

    /** The probability that the customer will be there at the next opportunity: from 0 to 1. */
    public double probabilityAlive(OpportunityHistory history) {
        return Math.exp(alive(history, 1) - logLikelihood(history));
    }

    /** The mean number of purchases at the next so many opportunities; not negative. */
    public double expectedPurchases(OpportunityHistory history, int opportunities) {
        if (opportunities < 0) {
            throw new IllegalArgumentException(
                    "The number of opportunities is " + opportunities + "; at least 0 is needed.");
        }
        int n = history.opportunities();
        double buying = (alpha + history.frequency()) / (alpha + beta + n);
        double there = Math.exp(alive(history, 0) - logLikelihood(history));
        double sum = 0;
        for (int i = 0; i < opportunities; i++) {
            there *= (delta + n + i) / (gamma + delta + n + i);
            sum += there;
        }
        return buying * sum;
    }

    /** ln of the probability of the history together with being there at so many opportunities more. */
    private double alive(OpportunityHistory history, int more) {
        int n = history.opportunities();
        return LogGamma.beta(alpha + history.frequency(), beta + n - history.frequency())
                - LogGamma.beta(alpha, beta)
                + LogGamma.beta(gamma, delta + n + more)
                - LogGamma.beta(gamma, delta);
    }
}
