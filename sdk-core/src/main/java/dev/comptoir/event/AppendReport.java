package dev.comptoir.event;

import java.util.List;

/**
 * What became of a batch of events or of a file of lines: nothing is dropped silently. Immutable.
 *
 * @param stored events that are new
 * @param duplicates events that were there already, and changed nothing
 * @param rejected events or lines that were left out
 * @param rejections what was left out and why, in the order met; at most {@link #MAX_REJECTIONS} of {@code rejected}
 */
public record AppendReport(long stored, long duplicates, long rejected, List<Rejection> rejections) {
    /** So many rejections are listed; the rest is only counted. */
    public static final int MAX_REJECTIONS = 100_000;

    public AppendReport {
        rejections = List.copyOf(rejections);
    }

    /** One line for a log: counts only, no content. */
    @Override
    public String toString() {
        return stored + " stored, " + duplicates + " already there, " + rejected + " rejected";
    }
}
