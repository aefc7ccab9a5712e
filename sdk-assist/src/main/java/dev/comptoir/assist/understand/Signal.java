package dev.comptoir.assist.understand;

/**
 * What in a message calls for a human, whatever the knowledge holds and whatever the merchant allows; the gravest first. None
 * can be switched off.
 */
public enum Signal {
    /** The customer may want to harm or kill himself. A human must see it at once. */
    SELF_HARM,
    /** The customer threatens somebody, or speaks of a bomb. */
    VIOLENCE,
    /** The customer asks for a person, a call back, or whether a machine is writing. */
    HUMAN_REQUESTED,
    /** The customer speaks of lawyers, courts, formal notice or the authorities. */
    LEGAL_THREAT,
    /** Numbers of cards and bank accounts, passwords, a change of bank details, fraud, stolen accounts and identities. */
    ACCOUNT_DETAILS,
    /** The customer is angry. */
    ANGER,
    /** The customer tells of health, religion, a union, politics or whom they love: no machine answers this alone (GDPR, article 9). */
    SENSITIVE;

    /** Whether the message goes to a human without a draft; otherwise a draft may be made, but never sent alone. */
    public boolean handsOver() {
        return this != SENSITIVE;
    }
}
