package dev.comptoir.consent.internal;

import dev.comptoir.EventId;
import dev.comptoir.consent.RetentionDue.Basis;
import dev.comptoir.consent.RetentionPolicy;
import dev.comptoir.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last contact and the first event of one customer, whatever order the events come in. */
final class RetentionFold {
    private final RetentionPolicy policy;
    private @Nullable Mark lastContact;
    private @Nullable Mark first;
    private long events;

    RetentionFold(RetentionPolicy policy) {
        this.policy = policy;
    }

    void add(Event event) {
        events++;
        Mark mark = new Mark(event.id(), event.at());
        if (first == null || mark.isBefore(first)) {
            first = mark;
        }
        if ((lastContact == null || lastContact.isBefore(mark)) && policy.isContact(event)) {
            lastContact = mark;
        }
    }

    Basis basis() {
        return lastContact == null ? Basis.FIRST_EVENT : Basis.LAST_CONTACT;
    }

    /** What the time of keeping is counted from; there is one as soon as there is an event. */
    Mark mark() {
        Mark mark = lastContact == null ? first : lastContact;
        if (mark == null) {
            throw new IllegalStateException("No event of this customer was added.");
        }
        return mark;
    }

    long events() {
        return events;
    }

    /** One event; ids settle which of several at the same moment is named. */
    record Mark(EventId event, Instant at) {
        boolean isBefore(Mark other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime < 0 : event.compareTo(other.event) < 0;
        }
    }
}
