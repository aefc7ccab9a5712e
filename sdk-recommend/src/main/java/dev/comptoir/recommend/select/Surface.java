package dev.comptoir.recommend.select;

/** Where recommendations are shown; each has its own question, and therefore its own best models. */
public enum Surface {
    /** What a customer will buy next, known or new to them. */
    FOR_CUSTOMER,
    /** Which of their own products a customer will buy again. */
    BUY_AGAIN,
    /** What a customer will like that they do not have. */
    DISCOVER,
    /** What goes with the products in the basket. */
    COMPLETE_BASKET,
    /** What comes next during a visit. */
    SESSION,
    /** What is like a product. */
    SIMILAR
}
