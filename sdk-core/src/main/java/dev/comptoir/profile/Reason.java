package dev.comptoir.profile;

import dev.comptoir.EventId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Why a profile says what it says, or says nothing. Immutable.
 *
 * @param value which value it is about
 * @param gate where there is no value the name of what keeps it silent, for example {@code too-few-lines}; otherwise empty
 * @param aggregates the numbers that the value was computed from, by name, in the order of the computation
 * @param events the events it rests on, newest first, at most {@link #MAX_EVENTS}
 * @param eventCount how many events it rests on in all
 * @param rule the name and version of the rule or model that gave it, for example {@code rfm-quintiles/1}
 * @param confidence 0 to 1: 1 for what is counted, less for what is estimated, 0 where there is no value
 * @param date as of when it was computed
 * @param language the language of {@link #text()}
 */
public record Reason(
        ProfileValue value,
        Optional<String> gate,
        Map<String, Object> aggregates,
        List<EventId> events,
        long eventCount,
        String rule,
        double confidence,
        Instant date,
        Locale language) {
    /** So many events are named; the rest is only counted. */
    public static final int MAX_EVENTS = 20;

    public Reason {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("The confidence is " + confidence + "; 0 to 1 are allowed.");
        }
        aggregates = Collections.unmodifiableMap(new LinkedHashMap<>(aggregates));
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
