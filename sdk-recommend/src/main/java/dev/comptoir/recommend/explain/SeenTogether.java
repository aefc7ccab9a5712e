package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * Others who looked at the one product went on to the other. Immutable.
 *
 * @param title what the other product is called
 */
public record SeenTogether(String title) implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language) ? "souvent vu avec " + title : "often viewed with " + title;
    }
}
