package dev.comptoir.assist.retrieve;

import java.util.Optional;
import java.util.Set;

/**
 * A sentence of a reply with the part of the evidence that supports it best. Immutable.
 *
 * @param sentence as it stands in the reply
 * @param entryId the entry that supports it best; empty where none shares a word with it
 * @param passage the sentences of that entry; empty where none does
 * @param recall the share of the sentence's words, weighted by rarity, that the passage holds, 0..1; 1 for a sentence
 *     without any, such as a greeting
 * @param problems why the sentence is not supported; empty where it is
 */
public record SentenceCitation(
        String sentence, Optional<String> entryId, String passage, double recall, Set<Problem> problems) {
    public SentenceCitation {
        problems = Set.copyOf(problems);
    }

    /** Whether the evidence says so. */
    public boolean isSupported() {
        return problems.isEmpty();
    }

    /** Why a sentence is not supported. */
    public enum Problem {
        /** Too few of its words stand in any one passage. */
        WORDS,
        /** It states a number, price, date, hour, link or address that no evidence holds. */
        NUMBERS,
        /** It denies what the passage says, or the other way round. */
        NEGATION
    }
}
