package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * The product sells better than it did. Immutable.
 *
 * @param receipts receipts with the product in these days, at least 1
 * @param days how many days were looked at
 * @param usual receipts that so many days had before, not negative
 */
public record TrendingHere(int receipts, int days, double usual) implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language)
                ? "en hausse : " + receipts + (receipts > 1 ? " ventes en " : " vente en ") + days
                        + " jours, d'habitude " + Math.round(usual)
                : "trending: " + receipts + (receipts > 1 ? " sales in " : " sale in ") + days + " days, usually "
                        + Math.round(usual);
    }
}
