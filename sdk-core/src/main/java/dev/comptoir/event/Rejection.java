package dev.comptoir.event;

/**
 * One event or line that was left out. Holds no content, only its form, so it may be logged. Immutable.
 *
 * @param position the line in a file (1 is the header), or the place in a batch (1 is the first)
 * @param field the column or part at fault
 * @param valueClass the form of the value: every letter as {@code A}, every digit as {@code 9}, or its size
 * @param rule what it broke
 * @param hint what the rule allows, in words, and what to do
 */
public record Rejection(long position, String field, String valueClass, Rule rule, String hint) {

    /** The rules; names stay stable. */
    public enum Rule {
        /** A value is needed and missing. */
        REQUIRED,
        /** Not a number, or not in the form set. */
        NUMBER,
        /** A number outside its range. */
        RANGE,
        /** Not a time in the form set. */
        TIME,
        /** Not an ISO 4217 code. */
        CURRENCY,
        /** Not a usable id. */
        ID,
        /** More or fewer fields than the header has. */
        FIELD_COUNT,
        /** A quote that is never closed. */
        QUOTES,
        /** Bytes that are no text in the character set given. */
        ENCODING,
        /** Longer than allowed. */
        TOO_LONG,
        /** Another event has the same id. */
        CONFLICT,
        /** An event of the same id was erased with its customer. */
        ERASED
    }

    @Override
    public String toString() {
        return "line " + position + ", " + field + " (" + valueClass + "): " + rule + ", " + hint;
    }
}
