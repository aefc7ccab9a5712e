package dev.comptoir.assist.certify;

/** What the assistant did with a message. */
public enum Decision {
    /** Answered it alone. */
    ANSWER,
    /** Asked one question back, alone. */
    ASK,
    /** Left a text for the staff to read over. */
    DRAFT,
    /** Left it to a human. */
    HANDOFF;

    /** Whether something went out that nobody had read. */
    public boolean isAlone() {
        return this == ANSWER || this == ASK;
    }
}
