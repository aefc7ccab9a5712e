package dev.comptoir.profile;

import dev.comptoir.EventId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a profile says what it says. Immutable.
 *
 * @param value which value it is about
 * @param aggregates the numbers that the value was computed from, by name, in the order of the computation
 * @param events the events it rests on, newest first, at most {@link #MAX_EVENTS}
 * @param eventCount how many events it rests on in all
 * @param language the language of {@link #text()}
 */
public record Reason(
        ProfileValue value, Map<String, Object> aggregates, List<EventId> events, long eventCount, Locale language) {
    /** So many events are named; the rest is only counted. */
    public static final int MAX_EVENTS = 20;

    public Reason {
        events = List.copyOf(events);
    }

    /** The reason in words, in the business's language. */
    public String text() {
        return text(language);
    }

    /** The reason in words: French for a French locale, otherwise English. */
    public String text(Locale locale) {
        return ReasonTexts.of(this, locale);
    }

    @Override
    public String toString() {
        return text();
    }
}
