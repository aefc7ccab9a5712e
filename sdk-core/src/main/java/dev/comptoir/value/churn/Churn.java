package dev.comptoir.value.churn;

import dev.comptoir.CustomerId;
import java.util.Locale;
import java.util.Optional;

/** What is said about a customer's leaving: a risk, or why there is none. Immutable. */
public sealed interface Churn permits ChurnRisk, ChurnSilence {
    /** For a {@code switch}. */
    enum Kind {
        RISK,
        SILENCE
    }

    Kind kind();

    CustomerId customer();

    /** What churn means here. */
    ChurnDefinition definition();

    /** The risk, where there is one. */
    Optional<ChurnRisk> risk();

    /** The reason in words: French for a French locale, otherwise English. */
    String reason(Locale locale);
}
