package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * Customers who have the one product have the other. Immutable.
 *
 * @param title what the other product is called
 * @param times how many customers and anonymous receipts have both, at least 1
 */
public record BoughtTogether(String title, int times) implements ReasonText {
    @Override
    public String in(Locale language) {
        if (ReasonText.isFrench(language)) {
            return (times > 1 ? "souvent acheté avec " : "acheté une fois avec ") + title;
        }
        return (times > 1 ? "often bought with " : "bought once with ") + title;
    }
}
