package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * Customers with similar baskets buy the product. Immutable.
 */
public record SimilarCustomers() implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language)
                ? "acheté par des clients aux paniers semblables"
                : "bought by customers with similar baskets";
    }
}
