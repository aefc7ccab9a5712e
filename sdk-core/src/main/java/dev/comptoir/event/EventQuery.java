package dev.comptoir.event;

import dev.comptoir.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, and in which order. Immutable.
 *
 * @param customer only this customer's; null for everybody's
 * @param from only at or after this time; null for no bound
 * @param until only before this time; null for no bound
 * @param afterSequence only events kept after the log's {@link EventLog#lastSequence} had this value; 0 for all
 * @param order the order in which they come
 */
public record EventQuery(
        @Nullable CustomerId customer,
        @Nullable Instant from,
        @Nullable Instant until,
        long afterSequence,
        Order order) {

    /** The order of reading. Ties in time come in the order of ids, so that the order of arrival never shows. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST,
        AS_KEPT
    }

    /** Everything, oldest first. */
    public static EventQuery all() {
        return new EventQuery(null, null, null, 0, Order.OLDEST_FIRST);
    }

    /** What was kept since the log's {@link EventLog#lastSequence} had this value, in the order in which it was kept. */
    public static EventQuery keptAfter(long sequence) {
        return new EventQuery(null, null, null, sequence, Order.AS_KEPT);
    }

    public EventQuery of(CustomerId customer) {
        return new EventQuery(customer, from, until, afterSequence, order);
    }

    public EventQuery from(Instant from) {
        return new EventQuery(customer, from, until, afterSequence, order);
    }

    public EventQuery until(Instant until) {
        return new EventQuery(customer, from, until, afterSequence, order);
    }

    public EventQuery newestFirst() {
        return new EventQuery(customer, from, until, afterSequence, Order.NEWEST_FIRST);
    }
}
