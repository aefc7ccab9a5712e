package dev.comptoir.consent;

import dev.comptoir.EventId;
import dev.comptoir.event.ConsentChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said once, as a decision rests on it: a {@link ConsentChange} without its evidence, which may be large and
 * is in {@link ConsentLedger#history}. Immutable.
 *
 * @param event the id of the {@link ConsentChange}
 * @param status what was said
 * @param at when
 * @param textVersion which wording was shown, where it is known
 * @param channel where it was said, where it is known
 * @param author who entered it, where it is known
 * @param expires from when it no longer counts; null for never
 */
public record Statement(
        EventId event,
        ConsentChange.Status status,
        Instant at,
        @Nullable String textVersion,
        @Nullable String channel,
        @Nullable String author,
        @Nullable Instant expires) {
    /** The statement in an event. */
    public static Statement of(ConsentChange change) {
        return new Statement(
                change.id(),
                change.status(),
                change.at(),
                change.textVersion(),
                change.channel(),
                change.author(),
                change.expires());
    }

    /** What was said and when; not who entered it, so that it may be logged. */
    @Override
    public String toString() {
        return status + " at " + at;
    }
}
