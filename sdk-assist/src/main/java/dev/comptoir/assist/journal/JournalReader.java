package dev.comptoir.assist.journal;

import dev.comptoir.event.CustomEvent;

/** Keeps something that is derived from a journal. */
public interface JournalReader {
    /** Everything read before is void: at the first reading, and when somebody was erased since. */
    void beginAnew();

    /** The next event, in the order of keeping. */
    void read(CustomEvent event);
}
