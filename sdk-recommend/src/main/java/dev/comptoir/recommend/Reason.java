package dev.comptoir.recommend;

import dev.comptoir.recommend.explain.ReasonText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a product is recommended: in words for people, and in numbers that add up to the score. Immutable. */
public final class Reason {
    /** What speaks for a product. */
    public enum Kind {
        /** The customer's own purchases of it. */
        BOUGHT_REGULARLY,
        /** The customer buys it at an interval that is over, or nearly. */
        DUE,
        /** It is bought by those who buy another product. */
        BOUGHT_TOGETHER,
        /** Customers with similar baskets buy it. */
        SIMILAR_CUSTOMERS,
        /** It is looked at after another product. */
        SEEN_TOGETHER,
        /** Its description is like another product's. */
        SIMILAR_TEXT,
        /** It stands in the same category. */
        SAME_CATEGORY,
        /** It sells better than it did. */
        TRENDING,
        /** It sells well here. */
        POPULAR,
        /** A ranker that was trained elsewhere says so. */
        RANKER,
        /** Nothing speaks for it but that it is there. */
        ASSORTMENT
    }

    private final Kind kind;
    private final List<Evidence> evidence;
    private final ReasonText words;
    private final Locale language;

    Reason(Kind kind, List<Evidence> evidence, ReasonText words, Locale language) {
        this.kind = kind;
        this.evidence = List.copyOf(evidence);
        this.words = words;
        this.language = language;
    }

    /** What speaks for the product most: the component that contributes most to the score. */
    public Kind kind() {
        return kind;
    }

    /** In words, in the business's language. */
    public String text() {
        return text(language);
    }

    /** In words: French for French, English for every other language. */
    public String text(Locale locale) {
        return words.in(locale);
    }

    /** The summands of the score: added up in this order, their contributions are the score. */
    public List<Evidence> evidence() {
        return evidence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reason that
                && kind == that.kind
                && evidence.equals(that.evidence)
                && words.equals(that.words)
                && language.equals(that.language);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, evidence, words, language);
    }

    @Override
    public String toString() {
        return text();
    }
}
