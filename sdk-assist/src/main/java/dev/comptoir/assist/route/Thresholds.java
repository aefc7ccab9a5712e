package dev.comptoir.assist.route;

/**
 * When there is a draft, and when a question back. Immutable. All lie between 0 and 1. When a reply may be sent alone is no
 * threshold of anyone's: a certificate says so.
 *
 * @param draft the least confidence of the best entry for a draft
 * @param ask how near, as a share of the best BM25F score, another entry must come for the customer to be asked which is meant
 */
public record Thresholds(double draft, double ask) {
    /** Draft from .35; ask where another entry comes within .1. */
    public static Thresholds defaults() {
        return new Thresholds(0.35, 0.1);
    }

    public Thresholds {
        check("draft", draft);
        check("ask", ask);
    }

    public Thresholds withDraft(double draft) {
        return new Thresholds(draft, ask);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The " + name + " threshold is " + value + "; it lies between 0 and 1.");
        }
    }
}
