package dev.comptoir.profile;

import java.util.Locale;

/**
 * The ten groups of the RFM grid that marketing uses most, by recency and by the mean of frequency and monetary value. Every score
 * belongs to exactly one.
 *
 * <p>With {@code fm} the mean of the frequency and the monetary score, halves rounded up:
 *
 * <pre>
 *   fm 5 | CAN_NOT_LOSE CAN_NOT_LOSE LOYAL           LOYAL               CHAMPIONS
 *      4 | AT_RISK      AT_RISK      LOYAL           LOYAL               CHAMPIONS
 *      3 | AT_RISK      AT_RISK      NEEDS_ATTENTION POTENTIAL_LOYALISTS POTENTIAL_LOYALISTS
 *      2 | HIBERNATING  HIBERNATING  ABOUT_TO_SLEEP  POTENTIAL_LOYALISTS POTENTIAL_LOYALISTS
 *      1 | HIBERNATING  HIBERNATING  ABOUT_TO_SLEEP  PROMISING           NEW_CUSTOMERS
 *        +----------------------------------------------------------------------------------
 *          recency 1    2            3               4                   5
 * </pre>
 */
public enum RfmSegment {
    CHAMPIONS,
    LOYAL,
    POTENTIAL_LOYALISTS,
    NEW_CUSTOMERS,
    PROMISING,
    NEEDS_ATTENTION,
    ABOUT_TO_SLEEP,
    AT_RISK,
    CAN_NOT_LOSE,
    HIBERNATING;

    /** The one group of a score. */
    public static RfmSegment of(RfmScore score) {
        int fm = (score.frequency() + score.monetary() + 1) / 2;
        return switch (score.recency()) {
            case 1, 2 -> fm == 5 ? CAN_NOT_LOSE : fm >= 3 ? AT_RISK : HIBERNATING;
            case 3 -> fm >= 4 ? LOYAL : fm == 3 ? NEEDS_ATTENTION : ABOUT_TO_SLEEP;
            case 4 -> fm >= 4 ? LOYAL : fm >= 2 ? POTENTIAL_LOYALISTS : PROMISING;
            default -> fm >= 4 ? CHAMPIONS : fm >= 2 ? POTENTIAL_LOYALISTS : NEW_CUSTOMERS;
        };
    }

    /** What to call it in front of the staff: French for a French locale, otherwise English. */
    public String title(Locale locale) {
        return ReasonTexts.text("RfmSegment." + name(), locale);
    }
}
