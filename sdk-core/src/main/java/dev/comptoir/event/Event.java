package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a business. Immutable; kept to the millisecond; the same id always means the same event.
 *
 * <p>Where the caller gives no id, it is a hash of the content, so that handing the same event over twice counts once. Two
 * events that are equal in everything need ids of their own.
 */
public sealed interface Event
        permits Purchase, Return, View, Visit, Message, Feedback, StaffNote, ConsentChange, CustomEvent {

    /** The kinds of events; the stored names never change. */
    enum Kind {
        PURCHASE,
        RETURN,
        VIEW,
        VISIT,
        MESSAGE,
        FEEDBACK,
        STAFF_NOTE,
        CONSENT_CHANGE,
        CUSTOM
    }

    EventId id();

    /** When it happened, to the millisecond, in the years 1 to 9999. */
    Instant at();

    /** Who it concerns; null where nobody is known, as in a cash sale. */
    @Nullable
    CustomerId customer();

    Kind kind();
}
