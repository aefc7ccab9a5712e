package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that only the vendor knows the meaning of. Immutable.
 *
 * @param name what happened, for example {@code table-booked}: 1 to 200 characters
 * @param attributes at most 100 further facts, kept in the order of their names
 */
public record CustomEvent(
        EventId id, Instant at, @Nullable CustomerId customer, String name, SortedMap<String, String> attributes)
        implements Event {
    public CustomEvent {
        at = Content.time(at);
        name = Content.name("name of an event", name);
        if (attributes.size() > 100) {
            throw new IllegalArgumentException(
                    "An event has " + attributes.size() + " attributes; at most 100 are allowed.");
        }
        SortedMap<String, String> copy = new TreeMap<>();
        attributes.forEach((key, value) ->
                copy.put(Content.name("name of an attribute", key), Content.text("value of an attribute", value)));
        attributes = Collections.unmodifiableSortedMap(copy);
    }

    /** One whose id is a hash of its content. */
    public static CustomEvent of(
            @Nullable CustomerId customer, Instant at, String name, SortedMap<String, String> attributes) {
        return new CustomEvent(Content.id(Kind.CUSTOM, at, customer, name, attributes), at, customer, name, attributes);
    }

    /** The same under the id that the source gives it. */
    public CustomEvent withId(EventId id) {
        return new CustomEvent(id, at, customer, name, attributes);
    }

    @Override
    public Kind kind() {
        return Kind.CUSTOM;
    }
}
