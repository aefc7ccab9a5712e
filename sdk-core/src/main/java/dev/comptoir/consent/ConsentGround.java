package dev.comptoir.consent;

/** On what ground something is permitted, or is not. Names stay stable. */
public enum ConsentGround {
    /** The customer's last word is yes. */
    GRANTED(true),
    /** The customer never said anything, and the {@link ConsentPolicy} permits this purpose until somebody objects. */
    LEGITIMATE_INTEREST(true),
    /** The customer never said anything. */
    NO_STATEMENT(false),
    /** The customer's last word is no. */
    DENIED(false),
    /** The customer's last word takes back an earlier yes. */
    REVOKED(false),
    /** The customer's last word is a yes whose time is over. */
    EXPIRED(false);

    private final boolean permits;

    ConsentGround(boolean permits) {
        this.permits = permits;
    }

    /** Whether it permits the processing. */
    public boolean permits() {
        return permits;
    }
}
