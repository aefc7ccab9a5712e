package dev.comptoir.assist.generate;

import dev.comptoir.assist.understand.Language;
import java.util.EnumMap;
import java.util.Map;

/**
 * What stands around the body of a reply, in each language. Immutable.
 *
 * <p>The disclosure is not a setting: article 50 of the European AI Act wants people told when a machine writes to them.
 */
public final class Templates {
    private static final String DISCLOSURE_FR = "Cette réponse a été rédigée automatiquement à partir de notre base de"
            + " questions. Pour échanger avec une personne, répondez simplement « humain ».";
    private static final String DISCLOSURE_EN =
            "This reply was written automatically from our knowledge base. To be in touch"
                    + " with a person, simply answer \"human\".";

    private final Map<Language, String> greetings;
    private final Map<Language, String> closings;

    private Templates(Map<Language, String> greetings, Map<Language, String> closings) {
        this.greetings = greetings;
        this.closings = closings;
    }

    /** "Bonjour," ... "Cordialement," and "Hello," ... "Kind regards,". */
    public static Templates defaults() {
        return new Templates(
                new EnumMap<>(Map.of(Language.FRENCH, "Bonjour,", Language.ENGLISH, "Hello,")),
                new EnumMap<>(Map.of(Language.FRENCH, "Cordialement,", Language.ENGLISH, "Kind regards,")));
    }

    public Templates withGreeting(Language language, String greeting) {
        Map<Language, String> changed = new EnumMap<>(greetings);
        changed.put(language, greeting.strip());
        return new Templates(changed, closings);
    }

    public Templates withClosing(Language language, String closing) {
        Map<Language, String> changed = new EnumMap<>(closings);
        changed.put(language, closing.strip());
        return new Templates(greetings, changed);
    }

    /** The words that tell the customer that a machine wrote. */
    public static String disclosure(Language language) {
        return language.choose(DISCLOSURE_FR, DISCLOSURE_EN);
    }

    String around(String body, Language language, boolean automatic) {
        String greeting = greetings.getOrDefault(language, "");
        String closing = closings.getOrDefault(language, "");
        return (greeting.isEmpty() ? "" : greeting + "\n\n")
                + body
                + (closing.isEmpty() ? "" : "\n\n" + closing)
                + (automatic ? "\n\n" + disclosure(language) : "");
    }
}
