package dev.comptoir.value.churn;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.Calibration;
import java.util.Locale;
import java.util.Optional;

/**
 * How likely a customer buys nothing within the horizon of the definition. Immutable.
 *
 * @param definition what churn means here
 * @param probability in 0..1, calibrated as far as {@link #calibration()} says
 * @param lower with {@code upper} the range in which the probability lies for eight in ten customers with this history, whose
 *     own pace is not known exactly; in 0..probability
 * @param upper in probability..1
 * @param evidence the numbers it is computed from, and the formula
 * @param calibration how such probabilities held on the business's own past; UNCHECKED means unproven
 */
public record ChurnRisk(
        CustomerId customer,
        ChurnDefinition definition,
        double probability,
        double lower,
        double upper,
        ChurnEvidence evidence,
        Calibration calibration)
        implements Churn {
    @Override
    public Kind kind() {
        return Kind.RISK;
    }

    @Override
    public Optional<ChurnRisk> risk() {
        return Optional.of(this);
    }

    @Override
    public String reason(Locale locale) {
        return ChurnTexts.risk(this, locale);
    }
}
