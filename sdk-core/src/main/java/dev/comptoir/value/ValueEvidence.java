package dev.comptoir.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that the values of one customer were computed from; the formulas are those of the models named. Immutable.
 *
 * @param history x, t_x, T and the spend of the customer, in weeks
 * @param model the purchase model's name in the papers, or {@value #EMPIRICAL}
 * @param parameters the purchase model's parameters; for {@value #EMPIRICAL} see {@link LifetimeValue}
 * @param spendModel {@value #GAMMA_GAMMA}, {@value #EMPIRICAL}, or {@value #NONE}
 * @param spendParameters its parameters
 * @param terms horizon, discount rate, margin and level
 * @param notices why something simpler was estimated, and cautions
 */
public record ValueEvidence(
        PurchaseHistory history,
        String model,
        Map<String, Double> parameters,
        String spendModel,
        Map<String, Double> spendParameters,
        ValueTerms terms,
        List<ValueNotice> notices) {
    public static final String EMPIRICAL = "empirical";
    public static final String GAMMA_GAMMA = "Gamma-Gamma";
    public static final String NONE = "none";

    /** The evidence in words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        String by =
                model.equals(EMPIRICAL) ? ValueTexts.of("EMPIRICAL", locale) : ValueTexts.of("MODEL", locale, model);
        return ValueTexts.of(
                "EVIDENCE", locale, history.frequency(), history.timeSinceLastPurchase(), history.age(), by);
    }
}
