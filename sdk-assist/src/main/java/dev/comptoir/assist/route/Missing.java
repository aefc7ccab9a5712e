package dev.comptoir.assist.route;

/**
 * What a reply lacks. Immutable.
 *
 * @param kind what it is
 * @param question the number of the question that lacks it, from 1; 0 where it is the whole reply
 */
public record Missing(Kind kind, int question) {
    /** What a reply can lack. */
    public enum Kind {
        /** An entry that speaks about the question. */
        ENTRY,
        /** An entry in the customer's language. */
        TRANSLATION,
        /** Which of several entries is meant. */
        CHOICE,
        /** The number of the order that the question is about. */
        ORDER_NUMBER,
        /** A certificate without which nothing is sent alone. */
        CERTIFICATE
    }
}
