package dev.comptoir.assist;

/** What the merchant allows. */
public enum Mode {
    /** Nothing is sent that nobody read: the best reply is a draft. */
    DRAFT,
    /** What is beyond doubt may be answered alone. */
    ANSWER
}
