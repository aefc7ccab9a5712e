package dev.comptoir.assist.learn;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reviewed pair. Immutable.
 *
 * @param status what
 * @param entryId the entry that was learned, confirmed or got the question; null where nothing was learned
 * @param confirmations how many agents have said the same by now
 * @param found what personal data stood in the way, or was replaced in the question
 * @param editDistance how much of the draft was changed, 0 to 1; 0 where there was none
 */
public record LearnResult(
        Status status, @Nullable String entryId, int confirmations, Set<PersonalKind> found, double editDistance) {
    public LearnResult {
        found = Set.copyOf(found);
    }

    /** Whether {@link LearnedPairs#over} gives something else now. */
    public boolean changesKnowledge() {
        return switch (status) {
            case DRAFT_ONLY, CONFIRMED, VARIANT -> true;
            case VARIANT_PENDING, KNOWN, REFUSED_PERSONAL, REFUSED_SIGNAL, REFUSED_QUESTIONS, REFUSED_LENGTH -> false;
        };
    }

    /** What can become of a pair. */
    public enum Status {
        /** Learned, good for drafts until more agents say the same. */
        DRAFT_ONLY,
        /** Said by enough agents: a full entry. */
        CONFIRMED,
        /** The question is now a variant of the entry. */
        VARIANT,
        /** It becomes one when more agents answer it with the entry. */
        VARIANT_PENDING,
        /** The entry has the question already, or was learned and confirmed before. */
        KNOWN,
        /** Personal data stand in the answer, or are left in the question. */
        REFUSED_PERSONAL,
        /** The message calls for a human. */
        REFUSED_SIGNAL,
        /** The message asks several things, or nothing. */
        REFUSED_QUESTIONS,
        /** Question or answer are empty or too long for an entry. */
        REFUSED_LENGTH
    }
}
