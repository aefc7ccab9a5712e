package dev.comptoir.profile.internal;

import dev.comptoir.EventId;
import dev.comptoir.profile.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest events behind a value, and how many there are in all. */
final class Evidence {
    private final Deque<EventId> newestFirst = new ArrayDeque<>();
    private int count;

    /** Events come oldest first. */
    void add(EventId event) {
        count++;
        newestFirst.addFirst(event);
        if (newestFirst.size() > Reason.MAX_EVENTS) {
            newestFirst.removeLast();
        }
    }

    int count() {
        return count;
    }

    List<EventId> events() {
        return new ArrayList<>(newestFirst);
    }
}
