package dev.comptoir.recommend.model;

/**
 * One summand of a score. Immutable.
 *
 * @param kind what it rests on
 * @param source the item of the history that speaks for the scored one; -1 where it is no single item
 * @param value its part of the score; may be negative
 */
public record Contribution(Kind kind, int source, double value) {
    /** What a summand rests on. */
    public enum Kind {
        /** The user's own purchases of the item. */
        OWN_PURCHASES,
        /** The interval at which the user buys the item. */
        DUE,
        /** Those who have the source have the item. */
        BOUGHT_TOGETHER,
        /** Users with similar baskets buy the item. */
        SIMILAR_CUSTOMERS,
        /** In other sessions the item follows the source. */
        SESSION,
        /** A ranker that was trained elsewhere says so, and not because of any of the others. */
        RANKER,
        /** The item's text is like the source's. */
        SIMILAR_TEXT,
        /** The item stands in a category of the history's. */
        CATEGORY,
        /** The item sells better than before. */
        TRENDING,
        /** The item sells well. */
        POPULAR
    }

    /** A summand that is no single item's. */
    public static Contribution of(Kind kind, double value) {
        return new Contribution(kind, -1, value);
    }
}
