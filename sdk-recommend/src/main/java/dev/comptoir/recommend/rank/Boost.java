package dev.comptoir.recommend.rank;

import java.util.function.IntPredicate;

/**
 * What lifts or lowers the scores of some items by the merchant's will. Immutable.
 *
 * @param name what the evidence calls it, for example {@code spring collection}
 * @param items which ones
 * @param kind how
 * @param amount factor above 0, or what is added; finite
 */
public record Boost(String name, IntPredicate items, Kind kind, double amount) {
    /** How a boost changes a score. */
    public enum Kind {
        /** Times the amount; a score below 0 is divided by it, so that more than 1 always lifts. */
        MULTIPLY,
        /** Plus the amount, in units of the score. */
        ADD
    }

    public Boost {
        if (!Double.isFinite(amount) || (kind == Kind.MULTIPLY && amount <= 0)) {
            throw new IllegalArgumentException(
                    "The boost \"" + name + "\" is " + amount + ", but must be a finite number"
                            + (kind == Kind.MULTIPLY ? " above 0. Maybe use a filter to leave items out?" : "."));
        }
    }

    /** Scores times a factor above 0. */
    public static Boost multiply(String name, double factor, IntPredicate items) {
        return new Boost(name, items, Kind.MULTIPLY, factor);
    }

    /** Scores plus a summand. */
    public static Boost add(String name, double summand, IntPredicate items) {
        return new Boost(name, items, Kind.ADD, summand);
    }

    /** The score of an item that it applies to. */
    float on(float score) {
        double boosted = switch (kind) {
            case MULTIPLY -> score < 0 ? score / amount : score * amount;
            case ADD -> score + amount;
        };
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, boosted));
    }
}
