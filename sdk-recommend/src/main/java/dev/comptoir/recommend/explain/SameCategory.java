package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * The product stands in the same part of the shop. Immutable.
 *
 * @param category its name
 */
public record SameCategory(String category) implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language)
                ? "dans la même catégorie : " + category
                : "in the same category: " + category;
    }
}
