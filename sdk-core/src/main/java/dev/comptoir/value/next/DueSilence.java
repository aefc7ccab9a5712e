package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import java.util.Locale;
import java.util.Optional;

/**
 * That nothing can be said about a next purchase. Immutable.
 *
 * @param gate why
 */
public record DueSilence(CustomerId customer, Optional<String> category, DueGate gate) implements Due {
    @Override
    public Kind kind() {
        return Kind.SILENCE;
    }

    @Override
    public Optional<DueForecast> forecast() {
        return Optional.empty();
    }

    @Override
    public String reason(Locale locale) {
        return DueTexts.gate(gate, locale);
    }
}
