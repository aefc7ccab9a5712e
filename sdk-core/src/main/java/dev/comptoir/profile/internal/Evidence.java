package dev.comptoir.profile.internal;

import dev.comptoir.EventId;
import dev.comptoir.profile.Reason;
import java.util.Comparator;
import java.util.List;

/** The newest events behind a value, and how many there are in all, whatever order they came in. Not thread-safe. */
final class Evidence {
    private final Newest<Moment> newest = new Newest<>(Reason.MAX_EVENTS, moment -> moment);

    void add(Moment event) {
        newest.add(event);
    }

    int count() {
        return newest.count();
    }

    Cited cited() {
        return new Cited(newest.newestFirst(), newest.count());
    }

    long bytes() {
        return 80 + 136L * newest.kept();
    }

    /** What a reason names: the newest, and the number of all. Immutable. */
    record Cited(List<Moment> newestFirst, long count) {
        static final Cited NOTHING = new Cited(List.of(), 0);

        Cited and(Cited other) {
            return new Cited(
                    Newest.merged(newestFirst, other.newestFirst, Comparator.reverseOrder(), Reason.MAX_EVENTS),
                    count + other.count);
        }

        static Cited of(List<Moment> events) {
            return NOTHING.and(new Cited(events, events.size()));
        }

        List<EventId> ids() {
            return newestFirst.stream().map(Moment::id).toList();
        }
    }
}
