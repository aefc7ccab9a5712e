package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message between a customer and the business. Immutable.
 *
 * @param direction who wrote to whom
 * @param channel how it came, for example {@code mail} or {@code whatsapp}: 1 to 200 characters
 * @param text at most 1,048,576 characters
 */
public record Message(
        EventId id, Instant at, @Nullable CustomerId customer, Direction direction, String channel, String text)
        implements Event {
    public Message {
        at = Content.time(at);
        channel = Content.name("channel of a message", channel);
        text = Content.text("text of a message", text);
    }

    /** One whose id is a hash of its content. */
    public static Message of(
            @Nullable CustomerId customer, Instant at, Direction direction, String channel, String text) {
        return new Message(
                Content.id(Kind.MESSAGE, at, customer, direction, channel, text),
                at,
                customer,
                direction,
                channel,
                text);
    }

    /** The same under the id that the source gives it. */
    public Message withId(EventId id) {
        return new Message(id, at, customer, direction, channel, text);
    }

    @Override
    public Kind kind() {
        return Kind.MESSAGE;
    }

    /** Who wrote to whom. */
    public enum Direction {
        FROM_CUSTOMER,
        TO_CUSTOMER
    }
}
