package dev.comptoir.assist.certify;

/**
 * What a human made of a reply. Immutable.
 *
 * @param action what was done with it
 * @param correct whether it could have been sent as it was
 */
public record Verdict(Action action, boolean correct) {
    /** What a human did with a reply. */
    public enum Action {
        SENT_UNCHANGED,
        EDITED,
        DISCARDED,
        /** Judged a reply that had been sent alone. */
        JUDGED
    }

    public Verdict {
        if ((action == Action.SENT_UNCHANGED && !correct) || (action == Action.DISCARDED && correct)) {
            throw new IllegalArgumentException("What was " + action + " cannot be " + (correct ? "correct" : "wrong")
                    + ". Maybe judge it after it was edited?");
        }
    }

    public static Verdict sentUnchanged() {
        return new Verdict(Action.SENT_UNCHANGED, true);
    }

    /** Sent after a change; correct where the change was one of style only. */
    public static Verdict edited(boolean correct) {
        return new Verdict(Action.EDITED, correct);
    }

    public static Verdict discarded() {
        return new Verdict(Action.DISCARDED, false);
    }

    /** Read after it had been sent alone. */
    public static Verdict judged(boolean correct) {
        return new Verdict(Action.JUDGED, correct);
    }
}
