package dev.comptoir.assist.understand;

/**
 * Something that a message names. Immutable.
 *
 * @param kind what it is
 * @param text the words as they stand in the message's body
 * @param value the same in one form: a day as {@code 2026-11-24}, an amount as {@code 12.50 EUR}, a product by its id, an order
 *     number without spaces in upper case
 * @param start where the words begin in the body
 * @param end where they end, exclusive
 */
public record Entity(Kind kind, String text, String value, int start, int end) {
    /** What a message can name. */
    public enum Kind {
        ORDER,
        PRODUCT,
        DATE,
        TIME,
        AMOUNT
    }
}
