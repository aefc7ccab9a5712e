package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer thinks of a product or of the business. Immutable.
 *
 * @param product what it is about; null for the business as a whole
 * @param rating 1 (bad) to 5 (very good)
 * @param text at most 1,048,576 characters, may be empty
 */
public record Feedback(
        EventId id,
        Instant at,
        @Nullable CustomerId customer,
        @Nullable ProductId product,
        int rating,
        String text) implements Event {
    public Feedback {
        at = Content.time(at);
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("A rating of " + rating + " lies outside 1 to 5.");
        }
        text = Content.text("text of a feedback", text);
    }

    /** One whose id is a hash of its content. */
    public static Feedback of(
            @Nullable CustomerId customer, Instant at, @Nullable ProductId product, int rating, String text) {
        return new Feedback(
                Content.id(Kind.FEEDBACK, at, customer, product, rating, text), at, customer, product, rating, text);
    }

    /** The same under the id that the source gives it. */
    public Feedback withId(EventId id) {
        return new Feedback(id, at, customer, product, rating, text);
    }

    @Override
    public Kind kind() {
        return Kind.FEEDBACK;
    }
}
