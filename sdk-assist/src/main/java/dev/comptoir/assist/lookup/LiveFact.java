package dev.comptoir.assist.lookup;

import dev.comptoir.assist.understand.Language;
import java.time.Instant;

/**
 * What a look-up found. Immutable.
 *
 * @param source the name of the look-up
 * @param title what the fact is about, for the staff
 * @param text a sentence or two that may stand in a reply as they are
 * @param language the language of title and text: the request's
 * @param asOf when it was true
 */
public record LiveFact(String source, String title, String text, Language language, Instant asOf) {}
