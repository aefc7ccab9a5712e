package dev.comptoir.value.next;

import java.util.Locale;

/** Why nothing is said about a next purchase, or no day is named. */
public enum DueGate {
    /** The business has no purchase of a known customer up to the day of the forecast. */
    NO_PURCHASES,
    /** All purchases fell on one day. */
    ONE_DAY,
    /** All customers together have fewer than {@link NextPurchases#MIN_INTERVALS} intervals between purchases. */
    TOO_FEW_INTERVALS,
    /** No purchase of this customer, or none of this category, is known up to the day of the forecast. */
    NEVER_BOUGHT,
    /** The customer has few intervals, and customers of the business differ too much to name a day for this one. */
    TOO_UNCERTAIN,
    /** The customer has more likely left than not. */
    PROBABLY_LEFT;

    /** The reason in words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        return DueTexts.gate(this, locale);
    }
}
