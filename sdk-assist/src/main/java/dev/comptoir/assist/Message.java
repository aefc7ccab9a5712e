package dev.comptoir.assist;

import dev.comptoir.CustomerId;
import dev.comptoir.assist.route.Clarification;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote. Immutable.
 *
 * @param customer who wrote; null where it is not known
 * @param text plain text, a mail with quotations, or HTML; at most {@value #MAX_TEXT} characters; halves of characters become
 *     question marks
 * @param channel how it came, for example {@code mail}; at most 100 characters, empty where it is not known
 * @param answers the question back that it answers; null for none
 */
public record Message(
        @Nullable CustomerId customer,
        String text,
        String channel,
        @Nullable Clarification answers) {
    public static final int MAX_TEXT = 1 << 20;

    private static final int MAX_CHANNEL = 100;

    public Message {
        Objects.requireNonNull(text, "text");
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("The message has " + text.length() + " characters; at most " + MAX_TEXT
                    + " are allowed. Maybe leave its attachments out?");
        }
        if (channel.length() > MAX_CHANNEL) {
            throw new IllegalArgumentException(
                    "The channel has " + channel.length() + " characters; at most " + MAX_CHANNEL + " are allowed.");
        }
        text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** A message of a new conversation that came in a way not known. */
    public Message(@Nullable CustomerId customer, String text) {
        this(customer, text, "", null);
    }

    public static Message from(CustomerId customer, String text) {
        return new Message(Objects.requireNonNull(customer, "customer"), text);
    }

    /** A message of somebody unknown. */
    public static Message anonymous(String text) {
        return new Message(null, text);
    }

    /** The same, come by this channel. */
    public Message via(String channel) {
        return new Message(customer, text, channel, answers);
    }

    /** The same as the customer's answer to a question back; it is not asked a second one. */
    public Message inReplyTo(Clarification question) {
        return new Message(customer, text, channel, Objects.requireNonNull(question, "question"));
    }

    /** Without the words, so that a message may be logged. */
    @Override
    public String toString() {
        return "Message[" + text.length() + " characters]";
    }
}
