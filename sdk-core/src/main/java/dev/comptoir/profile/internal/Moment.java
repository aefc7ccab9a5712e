package dev.comptoir.profile.internal;

import dev.comptoir.EventId;
import dev.comptoir.event.Event;
import java.time.Instant;

/** An event's place in time; ties come in the order of ids, so that the order of arrival never shows. Immutable. */
record Moment(Instant at, EventId id) implements Comparable<Moment> {
    static Moment of(Event event) {
        return new Moment(event.at(), event.id());
    }

    @Override
    public int compareTo(Moment other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }

    boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }
}
