package dev.comptoir.recommend.explain;

import java.util.Locale;

/** A reason in words, made of what was counted. French for French, English for every other language. Immutable. */
public sealed interface ReasonText
        permits Assorted,
                BoughtRegularly,
                BoughtTogether,
                BoughtTogetherWithMany,
                PopularHere,
                SameCategory,
                SeenTogether,
                SimilarCustomers,
                SimilarText,
                TrendingHere {
    /** The sentence, without capital and full stop, so that it fits behind a product's name. */
    String in(Locale language);

    /** Whether a language gets the French texts. */
    static boolean isFrench(Locale language) {
        return language.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
