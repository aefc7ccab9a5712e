package dev.comptoir.assist.wording;

import dev.comptoir.Money;
import dev.comptoir.assist.understand.TextNormalizer;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pieces of French sentences: elision and contraction, agreement in number, dates, times, amounts and lists, with the
 * no-break spaces that French typography asks for. Pure functions.
 */
public final class FrenchText {
    /*
     * Elision happens before a vowel that is heard: "de" and "le" lose theirs before a, e, i, o, u, y and a silent h. Which h is
     * silent is a matter of the dictionary; words with an aspirated one, and the few others that refuse (onze, oui, yaourt), are
     * listed as far as shops meet them. Numbers, times and dates use U+00A0, which every mail program shows.
     */
    /** The no-break space before colons, units and within dates. */
    public static final String NBSP = "\u00a0";

    private static final Set<String> NOT_ELIDED = Set.of(
            "onze",
            "onzieme",
            "ouate",
            "oui",
            "ouistiti",
            "uhlan",
            "ululer",
            "un",
            "yacht",
            "yaourt",
            "yaourts",
            "yeti",
            "yoga",
            "yoghourt",
            "yogourt",
            "yourte",
            "yoyo",
            "yucca",
            "yuzu");

    /** Beginnings of words with an aspirated h; a blank stands for the end of the word. */
    private static final List<String> ASPIRATED = List.of(
            "hache",
            "hachis",
            "hachoir",
            "haddock",
            "haie",
            "haine",
            "hall ",
            "halle",
            "halo",
            "halte",
            "hamac",
            "hamburger",
            "hameau",
            "hamster",
            "hanche",
            "hand",
            "hangar",
            "hareng",
            "haricot",
            "harnais",
            "harpe",
            "hasard",
            "hausse",
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
            "hi fi",
            "hibou",
            "hideux",
            "hifi",
            "hip ",
            "hippie",
            "hobby",
            "hockey",
            "hollandais",
            "hollande",
            "homard",
            "hongrie",
            "hongrois",
            "honte",
            "hoodie",
            "hoquet",
            "hors",
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
            "huitieme",
            "hurl",
            "husky",
            "hussard",
            "hutte");

    private static final Set<String> ELIDED_Y = Set.of("yonne", "yeux", "yeuse", "yeuses");

    private FrenchText() {}

    /** Whether {@code de}, {@code le}, {@code la}, {@code que} lose their vowel before these words. */
    public static boolean isElided(String words) {
        String folded = TextNormalizer.fold(words.length() <= 60 ? words : words.substring(0, 60));
        int end = folded.indexOf(' ');
        String first = end < 0 ? folded : folded.substring(0, end);
        // Letters that are spelt out: "d'un", but "de H2O", "de A4".
        if (first.isEmpty() || NOT_ELIDED.contains(first) || first.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        if (first.charAt(0) == 'h') {
            return first.length() > 1 && ASPIRATED.stream().noneMatch((folded + " ")::startsWith);
        }
        char c = first.charAt(0);
        if (c == 'y') {
            return first.length() > 1 && ("aeiou".indexOf(first.charAt(1)) < 0 || ELIDED_Y.contains(first));
        }
        return "aeiou".indexOf(c) >= 0 && first.length() > 1;
    }

    /** {@code de croissants}, {@code d'olives}. */
    public static String de(String words) {
        return (isElided(words) ? "d'" : "de ") + words;
    }

    /** {@code qu'il}, {@code que nous}. */
    public static String que(String words) {
        return (isElided(words) ? "qu'" : "que ") + words;
    }

    /** The definite article: {@code le pain}, {@code la baguette}, {@code l'\u00e9clair}, {@code les pains}. */
    public static String le(String words, Gender gender) {
        return article(words, gender, "le ", "la ", "les ");
    }

    /** With {@code \u00e0}: {@code au pain}, {@code \u00e0 la baguette}, {@code \u00e0 l'\u00e9clair}, {@code aux pains}. */
    public static String au(String words, Gender gender) {
        String elided = gender != Gender.PLURAL && isElided(words) ? "\u00e0 l'" : "";
        return elided.isEmpty() ? article(words, gender, "au ", "\u00e0 la ", "aux ") : elided + words;
    }

    /** With {@code de}: {@code du pain}, {@code de la baguette}, {@code de l'\u00e9clair}, {@code des pains}. */
    public static String du(String words, Gender gender) {
        String elided = gender != Gender.PLURAL && isElided(words) ? "de l'" : "";
        return elided.isEmpty() ? article(words, gender, "du ", "de la ", "des ") : elided + words;
    }

    private static String article(String words, Gender gender, String masculine, String feminine, String plural) {
        return switch (gender) {
            case PLURAL -> plural + words;
            case MASCULINE -> (isElided(words) ? "l'" : masculine) + words;
            case FEMININE -> (isElided(words) ? "l'" : feminine) + words;
        };
    }

    /** A number with its noun, which is plural from two on: {@code 0 point}, {@code 1 point}, {@code 12 points}. */
    public static String count(long number, String singular, String plural) {
        return number(number) + NBSP + (Math.abs(number) < 2 ? singular : plural);
    }

    /** With groups of three: {@code 12 500}. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number).replace(",", NBSP);
    }

    /** For example {@code 1 250,50 \u20ac}; other currencies by their code. */
    public static String amount(Money money) {
        return Amounts.write(money, NBSP, ",") + NBSP + Amounts.symbol(money);
    }

    /** For example {@code 24 novembre}, {@code 1er mai}. */
    public static String dayAndMonth(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth()))
                + NBSP
                + day.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** For example {@code mardi 24 novembre}. */
    public static String day(LocalDate day) {
        return weekday(day.getDayOfWeek()) + " " + dayAndMonth(day);
    }

    /** For example {@code mardi 24 novembre 2026}. */
    public static String dayWithYear(LocalDate day) {
        return day(day) + NBSP + day.getYear();
    }

    /** For example {@code mardi}. */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** For example {@code 9 h}, {@code 9 h 05}; midnight is {@code minuit}. */
    public static String time(LocalTime time) {
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "minuit";
        }
        String hour = time.getHour() + NBSP + "h";
        return time.getMinute() == 0 ? hour : hour + NBSP + (time.getMinute() < 10 ? "0" : "") + time.getMinute();
    }

    /** {@code a}, {@code a et b}, {@code a, b et c}. */
    public static String list(List<String> items) {
        return Lists.join(items, " et ");
    }

    /** In quotation marks: {@code \u00ab croissant \u00bb}. */
    public static String quoted(String words) {
        return "\u00ab" + NBSP + words + NBSP + "\u00bb";
    }

    /** With a capital first letter. */
    public static String sentence(String words) {
        return Lists.capital(words);
    }

    /** The gender that an article shows, or that there are several. */
    public enum Gender {
        MASCULINE,
        FEMININE,
        PLURAL
    }
}
