package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * The description of the product is like that of another. Immutable.
 *
 * @param title what the other product is called
 */
public record SimilarText(String title) implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language) ? "description proche de " + title : "similar description to " + title;
    }
}
