package dev.comptoir.profile.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.event.Event;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folds of the customers looked at last, or with events last, within a number of bytes; the very last one stays however large. Not thread-safe. */
final class FoldCache {
    private final long maxBytes;
    private final Map<CustomerId, Held> folds = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    FoldCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Nullable
    ProfileFold get(CustomerId customer) {
        Held held = folds.get(customer);
        return held == null ? null : held.fold;
    }

    void put(ProfileFold fold) {
        Held held = new Held(fold);
        Held before = folds.put(fold.customer, held);
        bytes += held.bytes - (before == null ? 0 : before.bytes);
        shrink();
    }

    /** An event that was kept since; without effect for customers whose fold is not here. */
    void add(CustomerId customer, Event event) {
        Held held = folds.get(customer);
        if (held != null) {
            held.fold.add(event);
            long now = held.fold.bytes();
            bytes += now - held.bytes;
            held.bytes = now;
            shrink();
        }
    }

    void clear() {
        folds.clear();
        bytes = 0;
    }

    int size() {
        return folds.size();
    }

    long bytes() {
        return bytes;
    }

    private void shrink() {
        Iterator<Held> eldestFirst = folds.values().iterator();
        while (bytes > maxBytes && folds.size() > 1 && eldestFirst.hasNext()) {
            bytes -= eldestFirst.next().bytes;
            eldestFirst.remove();
        }
    }

    private static final class Held {
        private final ProfileFold fold;
        private long bytes;

        Held(ProfileFold fold) {
            this.fold = fold;
            this.bytes = fold.bytes();
        }
    }
}
