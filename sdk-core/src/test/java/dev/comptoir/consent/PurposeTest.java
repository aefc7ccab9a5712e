package dev.comptoir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.event.ConsentChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PurposeTest {
    @Test
    void badNamesAreRefused() {
        assertThatThrownBy(() -> Purpose.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> Purpose.of("x".repeat(101))).hasMessageContaining("101 characters; at most 100");
        for (String name : List.of("News", "über", "a b", "-a", "a-", "a--b", "mail@example.org", "a\n")) {
            assertThatThrownBy(() -> Purpose.of(name)).as(name).hasMessageContaining("birthday-offer");
        }
    }

    @Test
    void aVendorHasPurposesOfItsOwn() {
        assertThat(Purpose.of("birthday-offer.v2").label(Locale.FRENCH)).isEqualTo("birthday-offer.v2");
        assertThat(Purpose.of("newsletter")).isEqualTo(Purpose.NEWSLETTER);
    }

    @Test
    void theStandardOnesHaveALabelInBothLanguages() {
        for (Purpose purpose : List.of(
                Purpose.NEWSLETTER,
                Purpose.PHONE_MARKETING,
                Purpose.PROFILING,
                Purpose.REPLY_HISTORY,
                Purpose.CLOUD_PROCESSING)) {
            assertThat(purpose.label(Locale.FRENCH)).isNotEqualTo(purpose.name());
            assertThat(purpose.label(Locale.GERMAN))
                    .isNotEqualTo(purpose.name())
                    .isNotEqualTo(purpose.label(Locale.CANADA_FRENCH));
        }
        assertThat(Purpose.PROFILING.label(Locale.FRENCH)).isEqualTo("profil et recommandations personnalisées");
    }

    @Test
    void aNameInAnotherSpellingIsStillThePurpose() {
        assertThat(Purpose.NEWSLETTER.isOf(change(" NewsLetter\t"))).isTrue();
        assertThat(Purpose.NEWSLETTER.isOf(change("newsletters"))).isFalse();
    }

    private static ConsentChange change(String purpose) {
        return ConsentChange.denied(CustomerId.of("ana"), purpose)
                .at(Instant.EPOCH)
                .build();
    }
}
