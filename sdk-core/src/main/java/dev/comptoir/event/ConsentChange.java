package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;

/**
 * A customer allowed or forbade something. Immutable.
 *
 * @param purpose what for, for example {@code newsletter}: 1 to 200 characters
 * @param status what the customer said
 * @param evidence how it is known: the form, its version, the till; at most 1,048,576 characters
 */
public record ConsentChange(EventId id, Instant at, CustomerId customer, String purpose, Status status, String evidence)
        implements Event {
    public ConsentChange {
        at = Content.time(at);
        purpose = Content.name("purpose of a consent", purpose);
        evidence = Content.text("evidence of a consent", evidence);
    }

    /** One whose id is a hash of its content. */
    public static ConsentChange of(CustomerId customer, Instant at, String purpose, Status status, String evidence) {
        return new ConsentChange(
                Content.id(Kind.CONSENT_CHANGE, at, customer, purpose, status, evidence),
                at,
                customer,
                purpose,
                status,
                evidence);
    }

    /** The same under the id that the source gives it. */
    public ConsentChange withId(EventId id) {
        return new ConsentChange(id, at, customer, purpose, status, evidence);
    }

    @Override
    public Kind kind() {
        return Kind.CONSENT_CHANGE;
    }

    /** What the customer said. */
    public enum Status {
        GRANTED,
        DENIED,
        REVOKED
    }
}
