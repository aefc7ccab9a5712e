package dev.comptoir.recommend;

import java.util.Locale;

/**
 * Why a product stands elsewhere than its score alone would have put it. Immutable.
 *
 * @param kind what moved it
 * @param name of the boost, as the request gave it; empty for the other kinds
 * @param from its place before, from 1
 * @param to its place after, from 1
 */
public record Adjustment(Kind kind, String name, int from, int to) {
    /** What moves a product. */
    public enum Kind {
        /** A boost, of this product or of others. */
        BOOST,
        /** The customer's usual mix of categories. */
        CALIBRATION,
        /** Variety within the list. */
        VARIETY,
        /** A fixed place, of this product or of others before it. */
        PIN
    }

    /** In words: French for French, English for every other language. */
    public String text(Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        String what = switch (kind) {
            case BOOST ->
                name.isEmpty() ? (french ? "mise en avant" : "boost") : (french ? "mise en avant " : "boost ") + name;
            case CALIBRATION -> french ? "ses rayons habituels" : "the usual mix of categories";
            case VARIETY -> french ? "variété" : "variety";
            case PIN -> french ? "place fixée" : "fixed place";
        };
        return what + (french ? " : place " : ": place ") + from + " → " + to;
    }
}
