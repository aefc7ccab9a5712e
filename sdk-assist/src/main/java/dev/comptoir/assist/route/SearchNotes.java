package dev.comptoir.assist.route;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the search for a message went. Immutable.
 *
 * @param notes what was out of the ordinary
 */
public record SearchNotes(Set<Note> notes) {
    /** Something out of the ordinary. */
    public enum Note {
        /** The embedding model failed and words alone were compared. */
        WORDS_ALONE,
        /** A question was found only without the sentences around it. */
        FOCUSED,
        /** An entry that fits does not hold today. */
        EXPIRED,
        /** The intent model failed. */
        INTENTS_FAILED,
        /** A look-up failed. */
        LOOKUP_FAILED,
        /** A fact is older than it should be. */
        FACT_STALE,
        /** The message answers a question that was asked back. */
        ASKED_BEFORE,
        /** And says which of the options is meant. */
        CHOSEN
    }

    public SearchNotes {
        notes = notes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(notes));
    }

    boolean has(Note note) {
        return notes.contains(note);
    }
}
