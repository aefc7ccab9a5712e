package dev.comptoir.event;

import dev.comptoir.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * All events of one business. What {@link #append} and {@link #appendAll} have acknowledged is on disk; appending twice
 * changes nothing; the order of arrival does not matter. Thread-safe.
 */
public interface EventLog {
    /**
     * Keeps one event, and returns after it is on disk.
     *
     * @return true if it is new, false if the same event was there already, or was erased with its customer: then it is not
     *     kept again
     * @throws dev.comptoir.error.DataException if another event has the same id, or the event breaks a limit
     * @throws dev.comptoir.error.StoreException if it could not be kept
     */
    boolean append(Event event);

    /**
     * Keeps many events in one transaction, and returns after they are on disk: at a failure of the store none of them is
     * kept. An event whose id belongs to another event or to one that was erased, or which breaks a limit, is left out and
     * named in the report.
     */
    AppendReport appendAll(Collection<? extends Event> events);

    /**
     * Hands over what the query asks for, in its order. The callback runs outside of all locks and may append.
     *
     * @return the highest sequence number handed over, or the query's {@code afterSequence} where there was nothing: with
     *     {@link EventQuery#keptAfter}, from where to go on the next time
     */
    long read(EventQuery query, Consumer<? super Event> consumer);

    /** All events of one customer, oldest first; empty for somebody unknown. */
    List<Event> of(CustomerId customer);

    /** How many events there are. Constant cost. */
    long size();

    /** A number that grows with every event kept; 0 when there is none. Equal numbers mean equal contents. Constant cost. */
    long lastSequence();

    /**
     * How many times events were erased. Whoever keeps something derived from the log reads this first, and begins anew where
     * it is no longer the number seen before. Constant cost.
     */
    long erasures();
}
