package dev.comptoir.assist.lookup;

import dev.comptoir.assist.understand.Language;
import java.time.Instant;

/**
 * What a look-up found. Immutable.
 *
 * @param source the name of the look-up
 * @param title what the fact is about, for the staff: 1 to 200 characters
 * @param text a sentence or two that may stand in a reply as they are: 1 to 2,000 characters
 * @param language the language of title and text: the request's
 * @param asOf when it was true
 */
public record LiveFact(String source, String title, String text, Language language, Instant asOf) {
    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 2_000;

    public LiveFact {
        check("title", title, MAX_TITLE);
        check("text", text, MAX_TEXT);
    }

    /** Names no text: it may be about a customer, and does not belong into logs. */
    @Override
    public String toString() {
        return "LiveFact of " + source + " as of " + asOf;
    }

    private static void check(String what, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(
                    "The " + what + " of a fact has " + value.length() + " characters; 1 to " + max + " are allowed.");
        }
    }
}
