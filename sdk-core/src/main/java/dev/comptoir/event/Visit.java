package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;

/**
 * A customer came in, or opened the web shop, whether or not anything was bought. Immutable.
 */
public record Visit(EventId id, Instant at, CustomerId customer) implements Event {
    public Visit {
        at = Content.time(at);
    }

    /** One whose id is a hash of its content. */
    public static Visit of(CustomerId customer, Instant at) {
        return new Visit(Content.id(Kind.VISIT, at, customer), at, customer);
    }

    /** The same under the id that the source gives it. */
    public Visit withId(EventId id) {
        return new Visit(id, at, customer);
    }

    @Override
    public Kind kind() {
        return Kind.VISIT;
    }
}
