package dev.comptoir.segment;

/**
 * How a fact is compared. Closed: there is nothing else, and nothing is ever computed from text.
 *
 * <p>Every operator but {@link #UNKNOWN} holds only where the fact is known and of the operator's type. A number that is not
 * finite counts as unknown.
 */
public enum Operator {
    /** The number, text or flag is the one given. */
    EQUALS("equals", Shape.VALUE),
    /** The number, text or flag is known, of the same type, and another. */
    NOT_EQUALS("not-equals", Shape.VALUE),
    LESS_THAN("less-than", Shape.NUMBER),
    AT_MOST("at-most", Shape.NUMBER),
    GREATER_THAN("greater-than", Shape.NUMBER),
    AT_LEAST("at-least", Shape.NUMBER),
    /** The number lies between two, both included. */
    BETWEEN("between", Shape.NUMBER_RANGE),
    /** The number or text is one of those given. */
    IN("in", Shape.VALUES),
    /** The number or text is known, of the same type, and none of those given. */
    NOT_IN("not-in", Shape.VALUES),
    /** The set of texts holds at least one of those given. */
    CONTAINS_ANY("contains-any", Shape.TEXTS),
    /** The set of texts holds all of those given. */
    CONTAINS_ALL("contains-all", Shape.TEXTS),
    /** The set of texts is known and holds none of those given. */
    CONTAINS_NONE("contains-none", Shape.TEXTS),
    /** The local day is the one given. */
    ON("on", Shape.DAY),
    BEFORE("before", Shape.DAY),
    AFTER("after", Shape.DAY),
    /** The local day lies between two, both included. */
    BETWEEN_DAYS("between-days", Shape.DAY_RANGE),
    /** The local day is more than so many days before today. */
    OLDER_THAN_DAYS("older-than-days", Shape.DAYS),
    /** The local day is less than so many days before today, or today, or later. */
    NEWER_THAN_DAYS("newer-than-days", Shape.DAYS),
    /** Something is known, of whatever type. */
    KNOWN("known", Shape.NOTHING),
    /** Nothing is known. */
    UNKNOWN("unknown", Shape.NOTHING);

    /** What an operator compares with. */
    enum Shape {
        VALUE,
        NUMBER,
        NUMBER_RANGE,
        VALUES,
        TEXTS,
        DAY,
        DAY_RANGE,
        DAYS,
        NOTHING
    }

    private final String id;
    private final Shape shape;

    Operator(String id, Shape shape) {
        this.id = id;
        this.shape = shape;
    }

    /** Its name in JSON, for example {@code at-least}. */
    public String id() {
        return id;
    }

    Shape shape() {
        return shape;
    }
}
