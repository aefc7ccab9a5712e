package dev.comptoir.recommend.explain;

import java.util.Locale;

/** Several products speak for one, none of them by itself. Immutable. */
public record BoughtTogetherWithMany() implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language)
                ? "choisi par des clients aux achats semblables"
                : "chosen by customers with similar purchases";
    }
}
