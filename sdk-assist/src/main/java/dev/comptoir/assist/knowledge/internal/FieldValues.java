package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields that are no free text, in French and English. Pure functions. */
final class FieldValues {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");

    private FieldValues() {}

    /** What replying does; {@code INFORM} where nothing is said. */
    static ActionClass action(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ActionClass.INFORM;
        }
        return switch (TextNormalizer.fold(text)) {
            case "inform", "info", "information", "informer" -> ActionClass.INFORM;
            case "reversible" -> ActionClass.REVERSIBLE;
            case "significant", "significatif", "significative", "important", "importante" -> ActionClass.SIGNIFICANT;
            default ->
                throw new IllegalArgumentException(
                        "The action is none of inform, reversible, significant. Maybe leave it out?");
        };
    }

    /** The days from the first to the last; blank ones are no bound. */
    static Validity validity(@Nullable String from, @Nullable String until) {
        return new Validity(day("first day", from), day("last day", until));
    }

    /** The language of a code or a name; empty where it is none of ours. */
    static Optional<Language> language(String text) {
        return switch (TextNormalizer.fold(text)) {
            case "fr", "fra", "fr fr", "francais", "francaise", "french" -> Optional.of(Language.FRENCH);
            case "en", "eng", "en gb", "en us", "anglais", "anglaise", "english" -> Optional.of(Language.ENGLISH);
            default -> Optional.empty();
        };
    }

    private static @Nullable LocalDate day(String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String day = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(day);
        Matcher dayFirst = DAY_FIRST.matcher(day);
        try {
            if (yearFirst.matches()) {
                return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            }
            if (dayFirst.matches()) {
                return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The " + what + " is no day of the calendar.", e);
        }
        throw new IllegalArgumentException(
                "The " + what + " cannot be read. Maybe write it as 2026-12-31 or as 31/12/2026?");
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
