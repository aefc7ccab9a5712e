package dev.comptoir.assist.lookup;

import java.util.List;

/**
 * What the look-ups of one question came to. Immutable.
 *
 * @param facts at most one of each look-up, in the order in which these were given
 * @param failures the look-ups that should have answered and could not, in the same order
 */
public record LookupResults(List<LiveFact> facts, List<Failure> failures) {
    public LookupResults {
        facts = List.copyOf(facts);
        failures = List.copyOf(failures);
    }

    /** Why a look-up brought nothing although it was asked. */
    public enum Problem {
        /** It threw. */
        FAILED,
        /** It had no answer by the deadline. */
        LATE,
        /** Too many calls of it are running, or the executor takes no more work. */
        BUSY,
        /** Its fact is in another language, bears another look-up's name, or is no fact at all. */
        INVALID
    }

    /**
     * A look-up that could not answer.
     *
     * @param lookup its name
     * @param problem why
     */
    public record Failure(String lookup, Problem problem) {}
}
