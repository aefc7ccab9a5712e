package dev.comptoir.recommend;

/** What to do with products that the customer has. */
public enum AlreadyBought {
    /** As the shop's customers do: offered again where buyers come back for the product, left out where they hardly ever do. */
    AS_USUAL,
    /** Always offered again. */
    INCLUDED,
    /** Never offered again. */
    EXCLUDED
}
