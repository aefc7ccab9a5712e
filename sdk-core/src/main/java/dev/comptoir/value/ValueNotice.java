package dev.comptoir.value;

import java.util.Locale;

/**
 * A reason why something simpler was estimated, or a caution. Immutable.
 *
 * @param gate which one
 * @param observed what was found: a number of customers or weeks, or a correlation
 * @param limit what is needed, or allowed
 */
public record ValueNotice(DataGate gate, double observed, double limit) {
    /** In words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        return ValueTexts.of(gate.name(), locale, observed, limit);
    }
}
