package dev.comptoir.assist;

import dev.comptoir.CustomerId;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote. Immutable.
 *
 * @param customer who wrote; null where it is not known
 * @param text plain text, a mail with quotations, or HTML; at most {@value #MAX_TEXT} characters; halves of characters become
 *     question marks
 */
public record Message(@Nullable CustomerId customer, String text) {
    public static final int MAX_TEXT = 1 << 20;

    public Message {
        Objects.requireNonNull(text, "text");
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("The message has " + text.length() + " characters; at most " + MAX_TEXT
                    + " are allowed. Maybe leave its attachments out?");
        }
        text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    public static Message from(CustomerId customer, String text) {
        return new Message(Objects.requireNonNull(customer, "customer"), text);
    }

    /** A message of somebody unknown. */
    public static Message anonymous(String text) {
        return new Message(null, text);
    }

    /** Without the words, so that a message may be logged. */
    @Override
    public String toString() {
        return "Message[" + text.length() + " characters]";
    }
}
