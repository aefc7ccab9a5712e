package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What all events check and derive in the same way. */
final class Content {
    static final int MAX_TEXT = 1 << 20;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Content() {}

    static Instant time(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "The time of an event lies outside the years 1 to 9999. Maybe seconds were read as milliseconds?");
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Free text, bounded, with halves of characters replaced so that it survives being stored as UTF-8. */
    static String text(String what, String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("The " + what + " has " + text.length() + " characters; at most "
                    + MAX_TEXT + " are allowed. Maybe keep an attachment elsewhere and store its reference?");
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static String name(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The " + what + " must not be blank.");
        }
        if (name.length() > 200) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + name.length() + " characters; at most 200 are allowed.");
        }
        return text(what, name);
    }

    /** The id of an event that came without one: a hash of everything it says. */
    static EventId id(Event.Kind kind, Instant at, @Nullable CustomerId customer, @Nullable Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, kind.name());
            add(digest, Long.toString(time(at).toEpochMilli()));
            add(digest, customer == null ? "" : customer.value());
            for (@Nullable Object part : parts) {
                add(digest, String.valueOf(part));
            }
            return EventId.of("sha-" + HexFormat.of().formatHex(digest.digest(), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 24));
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }
}
