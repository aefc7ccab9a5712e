package dev.comptoir.segment;

import dev.comptoir.CustomerId;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.segment.internal.SegmentEvents;
import java.time.Instant;

/**
 * That a customer entered a segment or left it. Immutable.
 *
 * @param customer who
 * @param kind entered or left
 * @param at when it was seen
 * @param number which change of this customer in this segment it is: 1 for the first time that the customer entered it
 * @param reason which segment, and why the customer belongs to it now, or no longer does
 */
public record SegmentChange(CustomerId customer, Kind kind, Instant at, int number, SegmentReason reason) {
    /** The name of the event of entering. */
    public static final String ENTERED_EVENT = "segment-entered";

    /** The name of the event of leaving. */
    public static final String LEFT_EVENT = "segment-left";

    /** What changed. */
    public enum Kind {
        ENTERED,
        LEFT
    }

    public Segment segment() {
        return reason.segment();
    }

    /**
     * The change as an event of the log: named {@link #ENTERED_EVENT} or {@link #LEFT_EVENT}, with the attributes
     * {@code segment} (the id), {@code number}, {@code reason-en} and {@code reason-fr}. The id comes from customer, segment and number,
     * so the same change is kept once, whoever saw it.
     */
    public CustomEvent event() {
        return SegmentEvents.of(this);
    }
}
