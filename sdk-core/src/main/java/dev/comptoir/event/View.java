package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.ProductId;
import java.time.Instant;

/**
 * A customer looked at a product, in a web shop or on a screen. Immutable.
 *
 * @param product what was looked at
 */
public record View(EventId id, Instant at, CustomerId customer, ProductId product) implements Event {
    public View {
        at = Content.time(at);
    }

    /** One whose id is a hash of its content. */
    public static View of(CustomerId customer, Instant at, ProductId product) {
        return new View(Content.id(Kind.VIEW, at, customer, product), at, customer, product);
    }

    /** The same under the id that the source gives it. */
    public View withId(EventId id) {
        return new View(id, at, customer, product);
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }
}
