package dev.comptoir.assist.journal;

/**
 * How far a journal was read. Immutable.
 *
 * @param sequence of the log's last event that was seen
 * @param erasures how often the log had been erased from
 */
public record JournalPosition(long sequence, long erasures) {
    /** Nothing was read yet. */
    public static final JournalPosition START = new JournalPosition(0, -1);
}
