package dev.comptoir.assist.lookup;

import dev.comptoir.CustomerId;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions asked on Tuesday 24 November 2026 at 10:15 in Paris. */
final class Requests {
    static final CustomerId ANA = CustomerId.of("ana");
    static final CustomerId BEN = CustomerId.of("ben");
    static final Instant NOW = Instant.parse("2026-11-24T09:15:00Z");

    private Requests() {}

    static LookupRequest of(String question) {
        return of(question, null);
    }

    static LookupRequest of(String question, @Nullable CustomerId customer, Entity... entities) {
        Language language = LanguageDetector.detect(question).orElse(Language.FRENCH);
        return new LookupRequest(question, language, List.of(entities), customer, NOW, ZoneId.of("Europe/Paris"));
    }

    /** The text with no-break spaces shown; "-" where there is none. */
    static String text(Lookup lookup, LookupRequest request) {
        return lookup.find(request).map(LiveFact::text).orElse("-").replace('\u00a0', '_');
    }
}
