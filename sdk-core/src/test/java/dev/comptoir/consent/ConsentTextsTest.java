package dev.comptoir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.BusinessSettings;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.event.ConsentChange.Status;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTextsTest {
    /** In Paris it is already the first of March. */
    private static final Instant SAID = Instant.parse("2026-02-28T23:30:00Z");

    private static final Instant EXPIRES = Instant.parse("2026-08-14T22:00:00Z");

    @Test
    void everyGroundHasWordsInFrenchAndEnglish() {
        both(
                ConsentGround.GRANTED,
                Status.GRANTED,
                null,
                "accord donné le 1er mars 2026",
                "consent given on 1 March 2026");
        both(
                ConsentGround.GRANTED,
                Status.GRANTED,
                EXPIRES,
                "accord donné le 1er mars 2026, expire le 15 août 2026",
                "consent given on 1 March 2026, expires on 15 August 2026");
        both(
                ConsentGround.EXPIRED,
                Status.GRANTED,
                EXPIRES,
                "accord donné le 1er mars 2026, expiré le 15 août 2026",
                "consent given on 1 March 2026, expired on 15 August 2026");
        both(ConsentGround.DENIED, Status.DENIED, null, "refusé le 1er mars 2026", "refused on 1 March 2026");
        both(
                ConsentGround.REVOKED,
                Status.REVOKED,
                null,
                "accord retiré le 1er mars 2026",
                "consent withdrawn on 1 March 2026");
        both(
                ConsentGround.NO_STATEMENT,
                null,
                null,
                "le client ne s'est pas prononcé à ce sujet\u00a0: c'est donc non",
                "the customer has not said anything about this, so the answer is no");
        both(
                ConsentGround.LEGITIMATE_INTEREST,
                null,
                null,
                "le client ne s'y est pas opposé, et le commerce s'appuie sur son intérêt légitime",
                "the customer has not objected, and the business relies on its legitimate interest");
    }

    @Test
    void theBusinessesLanguageIsTheDefaultWhateverTheJvmSpeaks() {
        ConsentDecision decision = decision(ConsentGround.DENIED, Status.DENIED, null);
        Locale before = Locale.getDefault();
        try {
            for (Locale jvm : new Locale[] {Locale.FRANCE, Locale.JAPAN, Locale.US}) {
                Locale.setDefault(jvm);
                assertThat(decision.text()).isEqualTo("refusé le 1er mars 2026");
                assertThat(decision.text(Locale.GERMAN)).isEqualTo("refused on 1 March 2026");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatMayBeLoggedNamesNobody() {
        assertThat(decision(ConsentGround.DENIED, Status.DENIED, null)).hasToString("newsletter DENIED");
    }

    private static void both(
            ConsentGround ground, @Nullable Status status, @Nullable Instant expires, String french, String english) {
        ConsentDecision decision = decision(ground, status, expires);
        assertThat(decision.text(Locale.CANADA_FRENCH)).isEqualTo(french);
        assertThat(decision.text(Locale.UK)).isEqualTo(english);
    }

    private static ConsentDecision decision(ConsentGround ground, @Nullable Status status, @Nullable Instant expires) {
        Statement statement =
                status == null ? null : new Statement(EventId.of("e"), status, SAID, null, null, null, expires);
        return new ConsentDecision(
                CustomerId.of("ana"), Purpose.NEWSLETTER, ground, statement, BusinessSettings.france());
    }
}
