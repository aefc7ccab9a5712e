package dev.comptoir.segment.learned;

import java.util.Locale;

/** Why no group is shown. */
public enum Silence {
    /** Fewer customers have all features than {@link LearnOptions#minCustomers} asks for. */
    TOO_FEW_CUSTOMERS,
    /** Fewer than {@value LearnedSegments#MIN_DISTINCT} of them differ in any feature. */
    TOO_FEW_DISTINCT,
    /** However many groups are tried, customers are hardly nearer to their own than to another: silhouette below .25. */
    NO_STRUCTURE,
    /** Groups were found, but not again in samples: none reaches a Jaccard similarity of .6. */
    UNSTABLE;

    /** In words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        return LearnedTexts.of(locale).text("silence." + name());
    }
}
