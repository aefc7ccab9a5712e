package dev.comptoir.examples.report;

import java.util.List;

/**
 * A message and what the assistant made of it. Immutable.
 *
 * @param message what the customer wrote
 * @param kind what became of it
 * @param text the reply; may be empty for a hand-over
 * @param citations the entries that the reply rests on
 * @param reasons why it was answered, asked back, drafted or handed over
 */
public record ReplyCard(String message, Kind kind, String text, List<String> citations, List<String> reasons) {
    public ReplyCard {
        citations = List.copyOf(citations);
        reasons = List.copyOf(reasons);
    }

    /** Who has the last word. */
    public enum Kind {
        ANSWER,
        ASK,
        DRAFT,
        HANDOFF
    }
}
