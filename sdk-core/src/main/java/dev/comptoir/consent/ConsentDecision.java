package dev.comptoir.consent;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer's data may be used for a purpose at one moment, and why. Immutable.
 *
 * @param customer whose data
 * @param purpose what for
 * @param ground on what ground it is permitted, or is not
 * @param statement what the customer said last; null where nothing was said
 * @param settings of the business, for the days and the language of {@link #text()}
 */
public record ConsentDecision(
        CustomerId customer,
        Purpose purpose,
        ConsentGround ground,
        @Nullable Statement statement,
        BusinessSettings settings) {
    /** Whether the processing may go on. */
    public boolean permitted() {
        return ground.permits();
    }

    /** What the customer said last, which decided; empty where nothing was said. */
    public Optional<Statement> decidedBy() {
        return Optional.ofNullable(statement);
    }

    /** The reason in words, in the business's language, with days in its zone. */
    public String text() {
        return text(settings.language());
    }

    /** The reason in words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        return ConsentTexts.of(this, locale);
    }

    /** The ground and the purpose; not the customer, so that it may be logged. */
    @Override
    public String toString() {
        return purpose + " " + ground;
    }
}
