package dev.comptoir.assist.understand;

/**
 * What a reply does to the customer, ordered by weight. Only what informs may ever be answered by the machine alone; what is
 * significant is always a human's, by law as well (GDPR, article 22).
 */
public enum ActionClass {
    /** Tells something: opening hours, a policy, the state of an order. */
    INFORM,
    /** Changes something that can be undone without harm: a note, a reservation. A human sends it. */
    REVERSIBLE,
    /** Has legal or similarly weighty effect: a refund refused, a contract ended, an account closed. A human decides it. */
    SIGNIFICANT
}
