package dev.comptoir.assist.lookup;

import dev.comptoir.CustomerId;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question, for look-ups. Immutable.
 *
 * @param question one question of the message, cleaned
 * @param language the language of the reply
 * @param entities what the message names
 * @param customer who asks; null where it is not known, and then nothing personal may be answered
 * @param now the time of the question
 * @param zone the business's time zone
 */
public record LookupRequest(
        String question,
        Language language,
        List<Entity> entities,
        @Nullable CustomerId customer,
        Instant now,
        ZoneId zone) {
    public LookupRequest {
        entities = List.copyOf(entities);
    }
    /** Names neither the words nor who wrote them: they do not belong into logs. */
    @Override
    public String toString() {
        return "LookupRequest of " + now;
    }
}
