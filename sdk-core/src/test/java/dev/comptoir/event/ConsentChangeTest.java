package dev.comptoir.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.event.ConsentChange.Status;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsentChangeTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void everythingItSaysIsPartOfItsId() {
        assertThat(full("v1", "till", "marie", NOON.plusSeconds(1)))
                .isEqualTo(full("v1", "till", "marie", NOON.plusSeconds(1)));
        assertThat(Stream.of(
                                full("v1", "till", "marie", NOON.plusSeconds(1)),
                                full("v2", "till", "marie", NOON.plusSeconds(1)),
                                full("v1", "web", "marie", NOON.plusSeconds(1)),
                                full("v1", "till", "paul", NOON.plusSeconds(1)),
                                full("v1", "till", "marie", NOON.plusSeconds(2)),
                                granted().textVersion("x").build(),
                                granted().channel("x").build(),
                                granted().author("x").build(),
                                granted().channel("null").build(),
                                granted().build())
                        .map(ConsentChange::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFormMaySayTheSameInBothWays() {
        assertThat(granted().evidence("form").build())
                .isEqualTo(ConsentChange.of(ANA, NOON, "newsletter", Status.GRANTED, "form"));
    }

    @Test
    void theSourceMayGiveTheId() {
        assertThat(granted().id("form-17").build().id().value()).isEqualTo("form-17");
    }

    @Test
    void anExpiryIsKeptToTheMillisecond() {
        assertThat(granted().expires(NOON.plusNanos(1_999_999)).build().expires())
                .isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void anExpiryThatIsNotLaterIsRefused() {
        assertThatThrownBy(() -> granted().expires(NOON.minusMillis(1)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-02T11:59:59.999Z, which is not later");
        assertThatThrownBy(() -> granted().expires(NOON).build()).hasMessageContaining("which is not later");
        assertThatThrownBy(() -> granted().expires(NOON.plusNanos(10)).build())
                .as("less than a millisecond later")
                .hasMessageContaining("which is not later");
    }

    @Test
    void onlyAGrantExpires() {
        assertThatThrownBy(() -> ConsentChange.denied(ANA, "newsletter")
                        .at(NOON)
                        .expires(NOON.plusSeconds(1))
                        .build())
                .hasMessageContaining("DENIED has an expiry");
        assertThatThrownBy(() -> ConsentChange.revoked(ANA, "newsletter")
                        .at(NOON)
                        .expires(NOON.plusSeconds(1))
                        .build())
                .hasMessageContaining("REVOKED has an expiry");
    }

    @Test
    void blankAndLongPartsAreRefused() {
        String tooLong = "x".repeat(201);
        assertThatThrownBy(() -> ConsentChange.granted(ANA, " ").at(NOON).build())
                .hasMessageContaining("purpose of a consent must not be blank");
        assertThatThrownBy(() -> ConsentChange.granted(ANA, tooLong).at(NOON).build())
                .hasMessageContaining("purpose of a consent has 201 characters; at most 200");
        assertThatThrownBy(() -> granted().textVersion("").build())
                .hasMessageContaining("text version of a consent must not be blank");
        assertThatThrownBy(() -> granted().channel(tooLong).build())
                .hasMessageContaining("channel of a consent has 201");
        assertThatThrownBy(() -> granted().author(tooLong).build()).hasMessageContaining("author of a consent has 201");
        assertThatThrownBy(() -> granted().evidence("x".repeat((1 << 20) + 1)).build())
                .hasMessageContaining("1048577 characters; at most 1048576");
    }

    @Test
    void aStatementWithoutATimeIsRefused() {
        assertThatThrownBy(() -> ConsentChange.granted(ANA, "newsletter").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at(Instant)");
    }

    @Test
    void anotherIdChangesNothingElse() {
        ConsentChange change = full("v1", "till", "marie", NOON.plusSeconds(1));
        assertThat(change.withId(granted().id("x").build().id()).withId(change.id()))
                .isEqualTo(change);
    }

    private static ConsentChange.Builder granted() {
        return ConsentChange.granted(ANA, "newsletter").at(NOON);
    }

    private static ConsentChange full(String textVersion, String channel, String author, Instant expires) {
        return granted()
                .evidence("signed")
                .textVersion(textVersion)
                .channel(channel)
                .author(author)
                .expires(expires)
                .build();
    }
}
