package dev.comptoir.assist.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * What made a version of the knowledge out of the one before. Immutable.
 *
 * @param version the version that holds now, from 1; 0 as long as nothing was ever known
 * @param at when it was made, by the business's clock
 * @param added ids of entries that are new, in the order of the knowledge
 * @param changed ids of entries that say something else now
 * @param removed ids of entries that are no longer there
 * @param unchanged how many entries are as before
 */
public record KnowledgeChange(
        int version, Instant at, List<String> added, List<String> changed, List<String> removed, int unchanged) {
    public KnowledgeChange {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Whether all is as before: then the version is the one before as well. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
