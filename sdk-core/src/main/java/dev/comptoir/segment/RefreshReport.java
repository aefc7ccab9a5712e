package dev.comptoir.segment;

import java.time.Instant;
import java.util.List;

/**
 * What became of bringing memberships up to date. Immutable.
 *
 * @param at the moment as of which they are
 * @param customers how many customers are known
 * @param looked how many of them were looked at again
 * @param entered how many times a customer entered a segment
 * @param left how many times a customer left one
 * @param recorded how many of these changes are new in the event log
 * @param changes the changes in the order of the customers looked at; at most {@value #MAX_CHANGES}, the rest is only counted
 */
public record RefreshReport(
        Instant at, int customers, long looked, long entered, long left, long recorded, List<SegmentChange> changes) {
    /** So many changes are listed. */
    public static final int MAX_CHANGES = 10_000;

    public RefreshReport {
        changes = List.copyOf(changes);
    }

    /** One line for a log: counts only, no content. */
    @Override
    public String toString() {
        return entered + " entered, " + left + " left, " + looked + " of " + customers + " customers looked at";
    }
}
