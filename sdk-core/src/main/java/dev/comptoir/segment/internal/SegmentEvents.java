package dev.comptoir.segment.internal;

import dev.comptoir.EventId;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.segment.SegmentChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes of membership as events of the log, and back. */
public final class SegmentEvents {
    /** Long reasons are cut, so that events keep every limit a vendor may set. */
    private static final int MAX_REASON = 500;

    private SegmentEvents() {}

    /** What an event of the log says; the rest of a change is not needed to go on from it. */
    record Recorded(String segment, int number, boolean belongs) {}

    public static CustomEvent of(SegmentChange change) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("segment", change.segment().id());
        attributes.put("number", Integer.toString(change.number()));
        attributes.put("reason-en", shortened(change.reason().text(Locale.ENGLISH)));
        attributes.put("reason-fr", shortened(change.reason().text(Locale.FRENCH)));
        String name =
                change.kind() == SegmentChange.Kind.ENTERED ? SegmentChange.ENTERED_EVENT : SegmentChange.LEFT_EVENT;
        return CustomEvent.of(change.customer(), change.at(), name, attributes).withId(id(change));
    }

    static boolean isOne(Event event) {
        return event instanceof CustomEvent custom
                && (custom.name().equals(SegmentChange.ENTERED_EVENT)
                        || custom.name().equals(SegmentChange.LEFT_EVENT));
    }

    /** Empty where somebody else used the name for something of another form. */
    static Optional<Recorded> read(CustomEvent event) {
        String segment = event.attributes().get("segment");
        String number = event.attributes().get("number");
        if (segment == null || number == null || !number.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Recorded(segment, Integer.parseInt(number), event.name().equals(SegmentChange.ENTERED_EVENT)));
    }

    private static EventId id(SegmentChange change) {
        // Blanks and line ends are not in ids of segments: the parts cannot run into each other.
        String content = change.segment().id() + "\n" + change.number() + "\n"
                + change.customer().value();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return EventId.of("segment-" + HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON) + "\u2026";
    }
}
