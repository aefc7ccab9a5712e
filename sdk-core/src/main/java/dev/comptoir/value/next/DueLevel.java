package dev.comptoir.value.next;

/** Whose habits a forecast mostly rests on. */
public enum DueLevel {
    /** The customer's own: at least {@link NextPurchases#MIN_INTERVALS} intervals are known. */
    OWN_HABITS,
    /** Those of other customers with the same category. */
    CATEGORY,
    /** Those of the business's customers altogether. */
    BUSINESS
}
