package dev.comptoir.consent;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;
import java.util.Locale;

/**
 * A customer whose time of keeping is over. Immutable.
 *
 * @param customer who
 * @param dueSince the first moment after the time of keeping, the start of a local day
 * @param basis what the time was counted from
 * @param basisEvent the event it was counted from
 * @param basisAt when that was
 * @param events how many events name this customer, at least 1
 * @param settings of the business, for the days and the language of {@link #text()}
 */
public record RetentionDue(
        CustomerId customer,
        Instant dueSince,
        Basis basis,
        EventId basisEvent,
        Instant basisAt,
        long events,
        BusinessSettings settings) {

    /** What the time of keeping is counted from. */
    public enum Basis {
        /** The last contact initiated by the customer. */
        LAST_CONTACT,
        /** The oldest event that names the customer, who never made contact. */
        FIRST_EVENT
    }

    /** The reason in words, in the business's language, with days in its zone. */
    public String text() {
        return text(settings.language());
    }

    /** The reason in words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        return ConsentTexts.of(this, locale);
    }

    /** When and why; not who, so that it may be logged. */
    @Override
    public String toString() {
        return "due since " + dueSince + " by " + basis + ", " + events + " events";
    }
}
