package dev.comptoir.assist.understand;

import java.util.Locale;
import java.util.Optional;

/** The languages that the assistant reads and writes. */
public enum Language {
    FRENCH(Locale.FRENCH),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** French for every French locale, English for all others. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    /** The language of an ISO 639-1 code such as {@code fr}, in any case; empty when it is not one of ours. */
    public static Optional<Language> ofCode(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "fr" -> Optional.of(FRENCH);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    /** The ISO 639-1 code: {@code fr} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** The one of two texts that is in this language. */
    public String choose(String french, String english) {
        return this == FRENCH ? french : english;
    }
}
