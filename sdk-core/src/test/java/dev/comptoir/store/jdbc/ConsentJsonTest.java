package dev.comptoir.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.ConsentChange.Status;
import dev.comptoir.event.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentJsonTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String WITHOUT_DETAILS =
            "{\"purpose\":\"newsletter\",\"status\":\"GRANTED\",\"evidence\":\"form\"}";

    @Test
    void everythingComesBack() {
        ConsentChange change = ConsentChange.granted(ANA, "newsletter")
                .at(NOON)
                .evidence("formulaire signé \uD83D\uDE42")
                .textVersion("2026-03")
                .channel("web-form")
                .author("Zoé")
                .expires(NOON.plusMillis(1))
                .build();
        assertThat(read(EventJson.write(change), change.id())).isEqualTo(change);
    }

    @Test
    void whatWasKeptWithoutTheDetailsReadsAsBeforeAndStaysTheSameText() {
        ConsentChange plain = ConsentChange.of(ANA, NOON, "newsletter", Status.GRANTED, "form");
        assertThat(read(WITHOUT_DETAILS.getBytes(UTF_8), plain.id())).isEqualTo(plain);
        assertThat(EventJson.write(plain)).asString(UTF_8).isEqualTo(WITHOUT_DETAILS);
    }

    private static Event read(byte[] json, EventId id) {
        return EventJson.read(Event.Kind.CONSENT_CHANGE, id, NOON, ANA, json);
    }
}
