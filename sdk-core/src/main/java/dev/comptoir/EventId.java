package dev.comptoir;

/**
 * What makes an event the same event when it comes twice: the receipt number of a till, the id of a mail. Unique within
 * one business. Immutable.
 *
 * @param value 1 to 200 characters, without control characters or blanks at the ends
 */
public record EventId(String value) implements Comparable<EventId> {
    public EventId {
        Ids.check("event id", value);
    }

    public static EventId of(String value) {
        return new EventId(value);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
