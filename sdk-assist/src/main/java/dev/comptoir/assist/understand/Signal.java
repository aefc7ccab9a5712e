package dev.comptoir.assist.understand;

/** What in a message calls for a human, whatever the knowledge holds. */
public enum Signal {
    /** The customer asks for a person, a call back, or whether a machine is writing. */
    HUMAN_REQUESTED,
    /** The customer speaks of lawyers, courts or formal notice. */
    LEGAL_THREAT,
    /** The customer is angry. */
    ANGER
}
