package dev.comptoir.value;

import java.util.Collection;
import java.util.Map;

/**
 * MBG/NBD: as {@link BgNbd}, but a customer can also leave right after the first purchase, as many do in a shop. Immutable.
 *
 * <p>Batislam, Denizel, Filiztekin, IJRM 24 (2007); Hoppe, Wagner, Marketing JRM 29 (2007).
 *
 * @param r shape of the distribution of purchase rates
 * @param alpha rate of that distribution, in units of time
 * @param a first parameter of the distribution of the probability to leave
 * @param b second parameter of that distribution
 */
public record MbgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is not above 0, or not finite
     */
    public MbgNbd {
        Parameters.check(Parameters.of("r", r, "alpha", alpha, "a", a, "b", b));
    }

    /** Maximum likelihood with the default weak prior: {@link PurchaseModel#fit}. */
    public static ModelFit fit(Collection<PurchaseHistory> histories) {
        return PurchaseModel.fit(Kind.MBG_NBD, histories, PurchaseModel.DEFAULT_PRIOR_WEIGHT);
    }

    @Override
    public Kind kind() {
        return Kind.MBG_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("r", r, "alpha", alpha, "a", a, "b", b);
    }
}
