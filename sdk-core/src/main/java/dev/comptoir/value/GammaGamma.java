package dev.comptoir.value;

import dev.comptoir.value.internal.LogGamma;
import java.util.Collection;
import java.util.Map;

/**
 * Gamma-Gamma: what customers spend per purchase. Amounts of one customer are Gamma(p, u)-distributed, u among customers
 * Gamma(q, v). It supposes that who buys more often does not spend more or less each time; {@link SpendFit} tells. Immutable.
 *
 * <p>Fader, Hardie, Lee, <i>RFM and CLV: Using Iso-Value Curves for Customer Base Analysis</i>, JMR 42 (2005); Fader, Hardie,
 * <i>The Gamma-Gamma Model of Monetary Value</i>, 2013.
 *
 * @param p shape of one customer's amounts, above 0
 * @param q shape of the differences among customers, above 1: otherwise no mean exists
 * @param v scale of these differences, in units of money, above 0
 */
public record GammaGamma(double p, double q, double v) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public GammaGamma {
        Parameters.check(Parameters.of("p", p, "q", q, "v", v));
        if (q <= 1) {
            throw new IllegalArgumentException(
                    "The parameter q is " + q + "; it must be above 1, for there to be a mean.");
        }
    }

    /**
     * Maximum likelihood with the default weak prior; customers without a repeat purchase of a known amount above 0 do not count.
     *
     * @throws IllegalArgumentException if no customer counts
     */
    public static SpendFit fit(Collection<PurchaseHistory> histories) {
        return fit(histories, PurchaseModel.DEFAULT_PRIOR_WEIGHT);
    }

    /** The same with a prior of another weight: that of {@link PurchaseModel#fit}, on ln p, ln(q-1) and ln v. */
    public static SpendFit fit(Collection<PurchaseHistory> histories, double priorWeight) {
        return SpendFitting.fit(histories, priorWeight);
    }

    public Map<String, Double> parameters() {
        return Parameters.of("p", p, "q", q, "v", v);
    }

    /** The mean amount of a purchase of somebody unknown. */
    public double meanSpend() {
        return p * v / (q - 1);
    }

    /** The mean amount of this customer's purchases: between {@link #meanSpend()} and what was seen, by how much was seen. */
    public double expectedSpend(PurchaseHistory history) {
        double paid = history.paidPurchases();
        return p * (v + paid * history.meanSpend()) / (p * paid + q - 1);
    }

    /**
     * The logarithm of the likelihood of the mean amount.
     *
     * @throws IllegalArgumentException if no repeat purchase of the customer has an amount, or the mean is 0
     */
    public double logLikelihood(PurchaseHistory history) {
        if (history.paidPurchases() == 0 || history.meanSpend() <= 0) {
            throw new IllegalArgumentException("The customer has no repeat purchase of a known amount above 0.");
        }
        return head(history.paidPurchases()) + body(history.paidPurchases(), history.meanSpend());
    }

    double head(int paid) {
        double px = p * paid;
        return LogGamma.of(px + q) - LogGamma.of(px) - LogGamma.of(q) + q * Math.log(v) + px * Math.log(paid);
    }

    double body(int paid, double mean) {
        double px = p * paid;
        return (px - 1) * Math.log(mean) - (px + q) * Math.log(paid * mean + v);
    }
}
