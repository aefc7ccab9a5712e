package dev.comptoir.value;

import java.util.Collection;
import java.util.Map;

/**
 * BG/CNBD-k: as {@link BgNbd}, with intervals that are more regular than chance (Erlang of order k). Immutable.
 *
 * <p>Reutterer, Platzer, Schröder, <i>Leveraging purchase regularity for predicting customer behavior the easy way</i>, IJRM 38
 * (2021). Expectations are exact here, by the distribution of stages, up to 20,000 expected stages.
 *
 * @param k the regularity: 1 is by chance, more is more regular; 1 to {@value #MAX_REGULARITY}
 * @param r shape of the distribution of stage rates
 * @param alpha rate of that distribution, in units of time
 * @param a first parameter of the distribution of the probability to leave
 * @param b second parameter of that distribution
 */
public record BgCnbdK(int k, double r, double alpha, double a, double b) implements PurchaseModel {
    /** Fits try a regularity of 1 up to this. */
    public static final int MAX_REGULARITY = 12;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is not above 0, or not finite; or k is out of its range
     */
    public BgCnbdK {
        if (k < 1 || k > MAX_REGULARITY) {
            throw new IllegalArgumentException(
                    "The regularity k is " + k + "; 1 to " + MAX_REGULARITY + " are allowed.");
        }
        Parameters.check(Parameters.of("r", r, "alpha", alpha, "a", a, "b", b));
    }

    /** Maximum likelihood with the default weak prior: {@link PurchaseModel#fit}. */
    public static ModelFit fit(Collection<PurchaseHistory> histories) {
        return PurchaseModel.fit(Kind.BG_CNBD_K, histories, PurchaseModel.DEFAULT_PRIOR_WEIGHT);
    }

    @Override
    public Kind kind() {
        return Kind.BG_CNBD_K;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("k", k, "r", r, "alpha", alpha, "a", a, "b", b);
    }
}
