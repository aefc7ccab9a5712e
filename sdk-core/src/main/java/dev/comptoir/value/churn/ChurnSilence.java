package dev.comptoir.value.churn;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.DueGate;
import java.util.Locale;
import java.util.Optional;

/**
 * That nothing can be said about a customer's leaving. Immutable.
 *
 * @param gate why; never {@link DueGate#TOO_UNCERTAIN} or {@link DueGate#PROBABLY_LEFT}, which are about days only
 */
public record ChurnSilence(CustomerId customer, ChurnDefinition definition, DueGate gate) implements Churn {
    @Override
    public Kind kind() {
        return Kind.SILENCE;
    }

    @Override
    public Optional<ChurnRisk> risk() {
        return Optional.empty();
    }

    @Override
    public String reason(Locale locale) {
        return gate.text(locale);
    }
}
