package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * Customers who have the one product often have the other. Immutable.
 *
 * @param title what the other product is called
 */
public record BoughtTogether(String title) implements ReasonText {
    @Override
    public String in(Locale language) {
        return (ReasonText.isFrench(language) ? "souvent acheté avec " : "often bought with ") + title;
    }
}
