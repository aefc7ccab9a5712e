package dev.comptoir.profile;

import dev.comptoir.EventId;
import java.time.Instant;

/**
 * What a member of the staff wrote about a customer. Immutable.
 *
 * @param event the note's event
 * @param at when
 * @param author who, as the vendor names the staff
 * @param text what
 */
public record Note(EventId event, Instant at, String author, String text) {
    /** Names no text: notes do not belong into logs. */
    @Override
    public String toString() {
        return "Note " + event + " of " + at;
    }
}
