package dev.comptoir.profile;

/** The values of a profile; each can be asked {@linkplain Profile#why why}. */
public enum ProfileValue {
    FIRST_PURCHASE,
    LAST_PURCHASE,
    PURCHASE_COUNT,
    RETURN_COUNT,
    SPEND,
    AVERAGE_BASKET,
    FAVOURITE_PRODUCTS,
    FAVOURITE_CATEGORIES,
    RFM,
    NEXT_PURCHASE
}
