package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * Nothing speaks for the product but that it is on sale. Immutable.
 */
public record Assorted() implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language) ? "aussi dans notre assortiment" : "also in our range";
    }
}
