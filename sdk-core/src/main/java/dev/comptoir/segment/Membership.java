package dev.comptoir.segment;

import dev.comptoir.CustomerId;

/**
 * That a customer belongs to a segment. Immutable.
 *
 * @param customer who
 * @param reason to which segment, and why
 */
public record Membership(CustomerId customer, SegmentReason reason) {
    public Segment segment() {
        return reason.segment();
    }
}
