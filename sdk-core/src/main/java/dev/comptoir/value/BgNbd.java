package dev.comptoir.value;

import java.util.Collection;
import java.util.Map;

/**
 * BG/NBD: purchases by chance at a rate of the customer's own, and a chance to leave for good after each repeat purchase. Whoever
 * bought only once counts as alive for certain. Immutable.
 *
 * <p>Fader, Hardie, Lee, <i>"Counting Your Customers" the Easy Way</i>, Marketing Science 24 (2005).
 *
 * @param r shape of the distribution of purchase rates
 * @param alpha rate of that distribution, in units of time
 * @param a first parameter of the distribution of the probability to leave
 * @param b second parameter of that distribution
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is not above 0, or not finite
     */
    public BgNbd {
        Parameters.check(Parameters.of("r", r, "alpha", alpha, "a", a, "b", b));
    }

    /** Maximum likelihood with the default weak prior: {@link PurchaseModel#fit}. */
    public static ModelFit fit(Collection<PurchaseHistory> histories) {
        return PurchaseModel.fit(Kind.BG_NBD, histories, PurchaseModel.DEFAULT_PRIOR_WEIGHT);
    }

    @Override
    public Kind kind() {
        return Kind.BG_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("r", r, "alpha", alpha, "a", a, "b", b);
    }
}
