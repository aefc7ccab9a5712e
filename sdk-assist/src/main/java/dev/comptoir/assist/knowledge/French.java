package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.List;
import java.util.Set;

/** The little French grammar that sentences about products need. Pure functions. */
final class French {
    /** Words before which nothing is elided although they begin with a vowel or a silent letter. */
    private static final Set<String> NEVER_ELIDED = Set.of(
            "onze",
            "onzieme",
            "oui",
            "ouate",
            "ouistiti",
            "uhlan",
            "ululer",
            "un",
            "yaourt",
            "yaourts",
            "yoga",
            "yoghourt",
            "yucca",
            "yacht",
            "yuzu");
    /** Beginnings of words with an aspirated h; all others with an h are elided. */
    private static final List<String> ASPIRATED = List.of(
            "hache",
            "hachis",
            "hachoir",
            "haddock",
            "halle",
            "halo",
            "halogene",
            "halte",
            "hamac",
            "hamburger",
            "hamster",
            "hanche",
            "hand",
            "hangar",
            "hareng",
            "haricot",
            "harpe",
            "hasard",
            "haut",
            "havane",
            "havre",
            "heaume",
            "herisson",
            "hernie",
            "heron",
            "heros",
            "herse",
            "hetre",
            "hibou",
            "hideux",
            "hip ",
            "hippie",
            "hobby",
            "hockey",
            "hollande",
            "homard",
            "hongrois",
            "honte",
            "hot ",
            "hotdog",
            "hotte",
            "houblon",
            "houe",
            "houille",
            "housse",
            "houx",
            "hublot",
            "huche",
            "huit ",
            "hurl",
            "husky",
            "hussard",
            "hutte",
            "hifi",
            "hi fi");

    private French() {}

    /** {@code de « Baguette »}, {@code d'« Abricot »}, {@code d'« Huile »}, {@code de « Haricots »}. */
    static String de(String title) {
        return (isElided(title) ? "d'" : "de ") + "«\u00A0" + title + "\u00A0»";
    }

    static boolean isElided(String title) {
        String folded = TextNormalizer.fold(title);
        String word = folded.split(" ", 2)[0];
        // Letters that are spelt out: "d'un", but "de H2O", "de A4".
        if (word.length() < 2 || NEVER_ELIDED.contains(word) || word.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        char first = word.charAt(0);
        if (first == 'h') {
            return ASPIRATED.stream().noneMatch((folded + " ")::startsWith);
        }
        return "aeiou".indexOf(first) >= 0 || (first == 'y' && "aeiou".indexOf(word.charAt(1)) < 0);
    }
}
