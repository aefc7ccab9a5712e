package dev.comptoir.assist.route;

import java.util.List;
import java.util.Optional;

/**
 * One question back to the customer. Immutable.
 *
 * @param kind what is asked for
 * @param question the customer's question that it is about, in their words
 * @param options what they may choose from, two or three; empty where there is nothing to choose
 */
public record Clarification(Kind kind, String question, List<Option> options) {
    static final int MAX_OPTIONS = 3;

    /** What is asked for. */
    public enum Kind {
        WHICH_ENTRY,
        ORDER_NUMBER
    }

    /**
     * One of several entries that may be meant.
     *
     * @param entryId the entry
     * @param label what the customer reads: its question, or its theme and question
     */
    public record Option(String entryId, String label) {}

    public Clarification {
        options = List.copyOf(options);
    }

    /** The option that an answer means, by its number or by its words; empty where it means none, or more than one. */
    public Optional<Option> chosenBy(String answer) {
        return new Choice(options).of(answer);
    }

    /** Without the customer's words, so that it may be logged. */
    @Override
    public String toString() {
        return "Clarification[" + kind + ", " + options.size() + " options]";
    }
}
