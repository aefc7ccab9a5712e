package dev.comptoir.value;

import java.util.Collection;
import java.util.Map;

/**
 * Pareto/NBD: purchases by chance at a rate of the customer's own, during a lifetime of the customer's own that can end at any
 * moment. Immutable.
 *
 * <p>Schmittlein, Morrison, Colombo, <i>Counting Your Customers: Who Are They and What Will They Do Next?</i>, Management Science
 * 33 (1987).
 *
 * @param r shape of the distribution of purchase rates
 * @param alpha rate of that distribution, in units of time
 * @param s shape of the distribution of the rates at which customers leave
 * @param beta rate of that distribution, in units of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is not above 0, or not finite
     */
    public ParetoNbd {
        Parameters.check(Parameters.of("r", r, "alpha", alpha, "s", s, "beta", beta));
    }

    /** Maximum likelihood with the default weak prior: {@link PurchaseModel#fit}. */
    public static ModelFit fit(Collection<PurchaseHistory> histories) {
        return PurchaseModel.fit(Kind.PARETO_NBD, histories, PurchaseModel.DEFAULT_PRIOR_WEIGHT);
    }

    @Override
    public Kind kind() {
        return Kind.PARETO_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("r", r, "alpha", alpha, "s", s, "beta", beta);
    }
}
