package dev.comptoir.recommend.evaluate;

/** What a question asks for. */
public enum Task {
    /** The rest of what somebody has, in no order. */
    REST_OF_SET,
    /** All of the next basket. */
    NEXT_BASKET,
    /** The one next item. */
    NEXT_ITEM
}
