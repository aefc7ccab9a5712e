package dev.comptoir.segment;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.segment.internal.LiveSegments;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who belongs to which segment of one business, and who enters and leaves. Thread-safe; keep one per business.
 *
 * <p>{@link #of(CustomerId)} asks the customer's profile at once. Lists and changes are as of the last refresh, which reads what is new in
 * the event log and looks at customers again only where an event, the day or the catalogue may have changed one of the facts
 * that the rules compare. The result is the same as evaluating every rule for everyone.
 *
 * <p>Held: about one number per compared fact, and one bit per rule, for every customer; nothing before the first refresh. Customers whose
 * events were erased are gone with the next refresh, without a change.
 */
public interface Segments {
    /** The segments of a business. Costs nothing until it is asked. */
    static Segments of(Business business, SegmentSet segments) {
        return LiveSegments.of(business, segments);
    }

    /** The rules. */
    SegmentSet segments();

    /** All segments that a customer belongs to now, in the order of the set, each with the reason. */
    List<Membership> of(CustomerId customer);

    /** Each segment with whether the customer belongs to it now and why or why not, in the order of the set. */
    List<SegmentReason> explain(CustomerId customer);

    /**
     * Hands over who belonged to a segment at the last refresh, in the order of their ids.
     *
     * @throws IllegalArgumentException if there is no such segment
     * @throws IllegalStateException before the first refresh
     */
    void members(String segmentId, Consumer<? super CustomerId> consumer);

    /**
     * Brings memberships up to date. What the event log already says about entering and leaving is not said again.
     *
     * @return what changed
     */
    RefreshReport refresh();

    /** The same, and hands over every change as it is found, outside of all locks; customers already looked at stay so if it throws. */
    RefreshReport refresh(Consumer<? super SegmentChange> consumer);

    /**
     * The same, and keeps every change in the event log as a {@link SegmentChange#event()}; memberships are up to date and
     * recorded when it returns. Repeating it adds nothing.
     *
     * @throws dev.comptoir.error.StoreException if the log could not be written; what was not kept is found again by the next refresh
     */
    RefreshReport refreshAndRecord();
}
