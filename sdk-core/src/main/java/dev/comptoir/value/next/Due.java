package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import java.util.Locale;
import java.util.Optional;

/** What is said about a customer's next purchase: a forecast, or why there is none. Immutable. */
public sealed interface Due permits DueForecast, DueSilence {
    /** For a {@code switch}. */
    enum Kind {
        FORECAST,
        SILENCE
    }

    Kind kind();

    CustomerId customer();

    /** The category it is about; empty where any purchase counts. */
    Optional<String> category();

    /** The forecast, where there is one. */
    Optional<DueForecast> forecast();

    /** The reason in words: French for a French locale, otherwise English. */
    String reason(Locale locale);
}
