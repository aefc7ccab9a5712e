package dev.comptoir.store;

import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events. Thread-safe.
 *
 * <p>Every event gets a sequence number, growing in the order in which events are kept. Times of events are independent of it:
 * late events are normal.
 */
public interface EventStore {
    /** What became of one event. */
    enum Outcome {
        STORED,
        DUPLICATE,
        CONFLICT,
        /** An event of this id was erased with its customer; it is not kept again. */
        ERASED
    }

    /**
     * Keeps a batch as a whole: durable when it returns, nothing kept when it throws. The one exception: where the connection
     * to a remote database breaks during the commit and does not come back, the message says that either may be; the same
     * batch again settles it.
     *
     * @return the outcomes, in the order of the batch; an id that comes twice in one batch is stored once
     * @throws dev.comptoir.error.StoreException if the batch could not be kept
     */
    List<Outcome> append(List<? extends Event> batch);

    /**
     * Reads one page of at most {@code limit} events.
     *
     * @param after the last event of the page before, or null for the first page
     */
    List<Kept> page(EventQuery query, @Nullable Kept after, int limit);

    /** How many events are kept. */
    long size();

    /** The sequence number of the event kept last; 0 when there is none. */
    long lastSequence();

    /** How many times events were erased; never goes back. */
    long erasures();

    /**
     * An event as it is kept.
     *
     * @param sequence its place in the order of keeping, from 1
     */
    record Kept(long sequence, Event event) {}
}
