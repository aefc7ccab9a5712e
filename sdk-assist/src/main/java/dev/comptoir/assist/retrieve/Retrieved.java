package dev.comptoir.assist.retrieve;

import java.util.List;
import java.util.Set;

/**
 * What was found for a question. Immutable.
 *
 * @param matches the entries, best first
 * @param notes what did not go as asked; empty where all went well
 */
public record Retrieved(List<Match> matches, Set<Note> notes) {
    static final Retrieved NOTHING = new Retrieved(List.of(), Set.of());

    public Retrieved {
        matches = List.copyOf(matches);
        notes = Set.copyOf(notes);
    }

    Retrieved atMost(int max) {
        return matches.size() <= max ? this : new Retrieved(matches.subList(0, max), notes);
    }

    /** Something that a search did without. */
    public enum Note {
        /** The reranking model did not answer in time; the order is that of the first ranking. */
        RERANKING_LATE,
        /** The reranking model failed or gave no usable scores; the order is that of the first ranking. */
        RERANKING_FAILED
    }
}
