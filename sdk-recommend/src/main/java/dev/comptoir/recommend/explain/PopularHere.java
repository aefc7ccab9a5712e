package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * The product sells well in this shop. Immutable.
 *
 * @param days how many days were looked at
 * @param receipts receipts with the product in these days; 0 where it sold only before
 */
public record PopularHere(int days, int receipts) implements ReasonText {
    @Override
    public String in(Locale language) {
        boolean french = ReasonText.isFrench(language);
        if (receipts == 0) {
            return french ? "populaire ici" : "popular here";
        }
        return french ? "populaire ici ces " + days + " derniers jours" : "popular here in the last " + days + " days";
    }
}
