package dev.comptoir.assist.route;

/**
 * How sure the assistant must be. Immutable. All lie between 0 and 1.
 *
 * @param draft the least confidence of the best entry for a draft
 * @param answer the least share of the question's words that the entry's question and keywords must account for, for an answer
 * @param margin how far, as a share of the best BM25F score, the second best entry must lie behind, for an answer
 * @param entry the least share of the entry's own question that the customer's question must account for, for an answer
 */
public record Thresholds(double draft, double answer, double margin, double entry) {
    /** Draft from .35, answer from .85, margin .2, entry .5: on a public French FAQ this answers little and nothing wrongly. */
    public static Thresholds defaults() {
        return new Thresholds(0.35, 0.85, 0.2, 0.5);
    }

    public Thresholds {
        check("draft", draft);
        check("answer", answer);
        check("margin", margin);
        check("entry", entry);
    }

    public Thresholds withDraft(double draft) {
        return new Thresholds(draft, answer, margin, entry);
    }

    public Thresholds withAnswer(double answer) {
        return new Thresholds(draft, answer, margin, entry);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The " + name + " threshold is " + value + "; it lies between 0 and 1.");
        }
    }
}
