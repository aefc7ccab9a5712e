package dev.comptoir.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A model of when customers buy and when they stop, with its parameters. All implementations are immutable. Times and horizons
 * are in the unit of the histories it was fitted on. Every answer is finite for every history.
 */
public sealed interface PurchaseModel permits BgNbd, MbgNbd, BgCnbdK, MbgCnbdK, ParetoNbd {
    /** The models there are. */
    enum Kind {
        BG_NBD("BG/NBD"),
        MBG_NBD("MBG/NBD"),
        BG_CNBD_K("BG/CNBD-k"),
        MBG_CNBD_K("MBG/CNBD-k"),
        PARETO_NBD("Pareto/NBD");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Its name in the papers. */
        public String title() {
            return title;
        }

        /** Whether fitting it needs {@link PurchaseHistory#logIntervals()}. */
        public boolean needsIntervals() {
            return this == BG_CNBD_K || this == MBG_CNBD_K;
        }
    }

    /** The prior's weight unless told otherwise: that of {@link #fit}. */
    double DEFAULT_PRIOR_WEIGHT = 1;

    Kind kind();

    /** The parameters by their names in the papers. */
    Map<String, Double> parameters();

    /**
     * The logarithm of the likelihood of a history.
     *
     * @throws IllegalArgumentException if the model has a regularity above 1 and the history no known intervals
     */
    default double logLikelihood(PurchaseHistory history) {
        return Processes.checked(this, history).logLikelihood(history);
    }

    /** The probability that the customer will ever buy again: from 0 to 1. */
    default double probabilityAlive(PurchaseHistory history) {
        return Processes.of(this).probabilityAlive(history.frequency(), history.recency(), history.age());
    }

    /** The mean number of purchases within the horizon after the end of the history; not negative. */
    default double expectedPurchases(PurchaseHistory history, double horizon) {
        Processes.checkHorizon(horizon);
        return Processes.of(this).expectedPurchases(history.frequency(), history.recency(), history.age(), horizon);
    }

    /** The mean number of repeat purchases of a new customer within the horizon after the first purchase. */
    default double expectedPurchases(double horizon) {
        return expectedPurchases(PurchaseHistory.ofNewCustomer(), horizon);
    }

    /**
     * The probabilities of 0, 1, ..., {@code max} purchases within the horizon after the end of the history; what lacks to 1 is
     * the probability of more.
     */
    default double[] purchaseDistribution(PurchaseHistory history, double horizon, int max) {
        Processes.checkHorizon(horizon);
        if (max < 0 || max > 1_000_000) {
            throw new IllegalArgumentException("max is " + max + "; 0 to 1000000 are allowed.");
        }
        return Processes.normalized(Processes.of(this).distribution(history, horizon, max));
    }

    /** Probability alive and expected purchases of many, in their order. One thread; below a microsecond a customer for k = 1. */
    default PurchaseScores score(List<PurchaseHistory> histories, double horizon) {
        Processes.checkHorizon(horizon);
        return PurchaseScores.of(Processes.of(this), histories, horizon);
    }

    /**
     * Fits a model by maximum likelihood on the logarithms of its parameters, with a weak prior.
     *
     * <p>The prior is normal on each logarithm, with standard deviation 3: around ln of the mean age for parameters in units of
     * time, around 0 for the others. It adds {@code -priorWeight/2 (distance/3)²} to the log-likelihood, about as much as one
     * customer tells; so it keeps a small shop's parameters finite, and its effect vanishes as customers grow in number.
     * {@code priorWeight} 0 is plain maximum likelihood.
     *
     * <p>Deterministic, and independent of the order of the histories. The time taken grows with the number of different
     * (x, t_x, T): tens to hundreds of milliseconds for a thousand.
     *
     * @param histories at least one; {@link LifetimeValue} says below what number a fit means little
     * @param priorWeight not negative, finite
     * @throws IllegalArgumentException if there is no history, or the model needs intervals and one has none
     */
    static ModelFit fit(Kind kind, Collection<PurchaseHistory> histories, double priorWeight) {
        return Fitting.fit(kind, histories, priorWeight);
    }
}
