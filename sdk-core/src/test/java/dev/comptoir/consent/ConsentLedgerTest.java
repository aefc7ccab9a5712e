package dev.comptoir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Limits;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.ConsentRequiredException;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.Event;
import dev.comptoir.event.Visit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentLedgerTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final Purpose NEWS = Purpose.NEWSLETTER;

    private final Comptoir comptoir = Comptoir.inMemory()
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .consentPolicy(ConsentPolicy.optIn().withLegitimateInterest(Purpose.PROFILING))
            .build();
    private final Business shop = comptoir.business("shop");

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void withoutAStatementTheAnswerIsNo() {
        assertThat(ground()).isEqualTo(ConsentGround.NO_STATEMENT);
        assertThat(status().permitted()).isFalse();
        assertThat(status().decidedBy()).isEmpty();
    }

    @Test
    void whatRestsOnALegitimateInterestIsPermittedUntilSomebodyObjects() {
        assertThat(ground(Purpose.PROFILING)).isEqualTo(ConsentGround.LEGITIMATE_INTEREST);
        assertThat(shop.consents().require(ANA, Purpose.PROFILING).permitted()).isTrue();

        say(Purpose.PROFILING.denied(ANA).at(MAY));
        assertThat(ground(Purpose.PROFILING)).isEqualTo(ConsentGround.DENIED);
    }

    @Test
    void eachBusinessMayHaveAPolicyOfItsOwn() {
        try (Comptoir two = Comptoir.inMemory()
                .consentPolicy(id -> id.value().equals("strict")
                        ? ConsentPolicy.optIn()
                        : ConsentPolicy.optIn().withLegitimateInterest(NEWS))
                .build()) {
            assertThat(two.business("strict").consents().status(ANA, NEWS).permitted())
                    .isFalse();
            assertThat(two.business("other").consents().status(ANA, NEWS).permitted())
                    .isTrue();
        }
    }

    @Test
    void aLimitedYesNeverTurnsIntoALegitimateInterest() {
        say(Purpose.PROFILING.granted(ANA).at(MAY).expires(JUNE));
        assertThat(ground(Purpose.PROFILING)).isEqualTo(ConsentGround.EXPIRED);
    }

    @Test
    void theLaterStatementReplacesTheEarlierOne() {
        say(NEWS.denied(ANA).at(MAY));
        say(NEWS.granted(ANA).at(JUNE));
        assertThat(ground()).isEqualTo(ConsentGround.GRANTED);

        say(NEWS.revoked(ANA).at(JUNE.plusMillis(1)));
        assertThat(ground()).isEqualTo(ConsentGround.REVOKED);
    }

    @Test
    void anEarlierStatementThatArrivesLateChangesNothing() {
        say(NEWS.denied(ANA).at(JUNE));
        say(NEWS.granted(ANA).at(MAY));
        assertThat(ground()).isEqualTo(ConsentGround.DENIED);
    }

    @Test
    void atTheSameInstantANoBeatsAYes() {
        say(NEWS.granted(ANA).at(MAY).id("a"));
        say(NEWS.denied(ANA).at(MAY).id("b"));
        say(NEWS.granted(ANA).at(MAY).id("c"));
        assertThat(ground()).isEqualTo(ConsentGround.DENIED);

        say(NEWS.granted(ANA).at(JUNE).id("d"));
        say(NEWS.revoked(ANA).at(JUNE).id("e"));
        assertThat(ground()).isEqualTo(ConsentGround.REVOKED);
    }

    @Test
    void atTheSameInstantTheEarlierExpiryBeatsTheLaterOne() {
        say(NEWS.granted(ANA).at(MAY).id("a"));
        say(NEWS.granted(ANA).at(MAY).id("b").expires(JUNE));
        say(NEWS.granted(ANA).at(MAY).id("c").expires(NOW.plusSeconds(1)));
        assertThat(ground()).isEqualTo(ConsentGround.EXPIRED);
        assertThat(status().decidedBy().orElseThrow().event().value()).isEqualTo("b");
    }

    @Test
    void ofEqualStatementsTheSmallestIdIsNamed() {
        say(NEWS.revoked(ANA).at(MAY).id("b"));
        say(NEWS.denied(ANA).at(MAY).id("a"));
        say(NEWS.denied(ANA).at(MAY).id("c"));
        assertThat(status().decidedBy().orElseThrow().event().value()).isEqualTo("a");
    }

    @Test
    void aGrantEndsAtTheVeryMomentOfItsExpiry() {
        say(NEWS.granted(ANA).at(MAY).expires(NOW.plusMillis(1)));
        assertThat(ground()).isEqualTo(ConsentGround.GRANTED);

        say(NEWS.granted(ANA).at(MAY.plusMillis(1)).expires(NOW));
        assertThat(ground()).isEqualTo(ConsentGround.EXPIRED);
    }

    @Test
    void anExpiredGrantDoesNotBringBackTheOneThatItReplaced() {
        say(NEWS.granted(ANA).at(MAY));
        say(NEWS.granted(ANA).at(MAY.plusSeconds(1)).expires(JUNE));
        assertThat(ground()).isEqualTo(ConsentGround.EXPIRED);
    }

    @Test
    void aStatementFromTheFutureDoesNotCountYet() {
        say(NEWS.granted(ANA).at(NOW.plusMillis(1)));
        assertThat(ground()).isEqualTo(ConsentGround.NO_STATEMENT);

        say(NEWS.granted(ANA).at(NOW));
        say(NEWS.revoked(ANA).at(NOW.plusMillis(1)));
        assertThat(ground()).isEqualTo(ConsentGround.GRANTED);
        assertThat(shop.consents().history(ANA)).hasSize(3);
    }

    @Test
    void theLastWordCountsWhicheverChannelItCameThrough() {
        say(NEWS.granted(ANA).at(MAY).channel("web-form"));
        say(NEWS.granted(ANA).at(MAY).channel("till"));
        say(NEWS.revoked(ANA).at(JUNE).channel("phone"));
        assertThat(ground()).isEqualTo(ConsentGround.REVOKED);
    }

    @Test
    void eachPurposeAndEachCustomerStandsAlone() {
        say(NEWS.granted(ANA).at(MAY));
        assertThat(ground(Purpose.PHONE_MARKETING)).isEqualTo(ConsentGround.NO_STATEMENT);
        assertThat(shop.consents().status(CustomerId.of("an"), NEWS).permitted())
                .isFalse();
        assertThat(comptoir.business("other").consents().status(ANA, NEWS).permitted())
                .isFalse();
    }

    @Test
    void aRefusalInAnotherSpellingIsHeard() {
        say(Purpose.PROFILING.granted(ANA).at(MAY));
        shop.events().append(ConsentChange.of(ANA, JUNE, " Profiling", ConsentChange.Status.DENIED, "imported list"));
        assertThat(ground(Purpose.PROFILING)).isEqualTo(ConsentGround.DENIED);
    }

    @Test
    void whatIsKnownOfTheDecidingStatementIsTold() {
        say(NEWS.granted(ANA)
                .at(MAY)
                .id("form-17")
                .textVersion("2026-03")
                .channel("till")
                .author("marie")
                .evidence("signed sheet")
                .expires(NOW.plusSeconds(1)));
        assertThat(status().decidedBy())
                .contains(Statement.of(shop.consents().history(ANA).get(0)));
        assertThat(status().decidedBy().orElseThrow().toString())
                .as("may be logged")
                .doesNotContain("marie");
        assertThat(status().decidedBy().orElseThrow().textVersion()).isEqualTo("2026-03");
        assertThat(shop.consents().history(ANA).get(0).evidence()).isEqualTo("signed sheet");
    }

    @Test
    void whatIsNotAllowedFailsWithoutNamingTheCustomer() {
        say(NEWS.granted(ANA).at(MAY).evidence("secret"));
        say(NEWS.revoked(ANA).at(JUNE).author("marie"));
        assertThatThrownBy(() -> shop.consents().require(ANA, NEWS))
                .isInstanceOf(ConsentRequiredException.class)
                .hasMessage("[consent.required] There is no consent for the purpose newsletter: REVOKED."
                        + " Maybe leave this processing out, or ask the customer?")
                .satisfies(e -> {
                    assertThat(((ComptoirException) e).code()).isEqualTo(ErrorCode.CONSENT_REQUIRED);
                    assertThat(((ComptoirException) e).retryable()).isFalse();
                    assertThat(((ConsentRequiredException) e).purpose()).isEqualTo("newsletter");
                    assertThat(((ConsentRequiredException) e).reason()).isEqualTo("REVOKED");
                });
        assertThatThrownBy(() -> shop.consents().require(CustomerId.of("nobody"), NEWS))
                .hasMessageContaining("NO_STATEMENT");
    }

    @Test
    void everyoneIsListedWithTheReasonInTheOrderOfTheirIds() {
        say(NEWS.granted(CustomerId.of("c")).at(MAY));
        say(NEWS.denied(CustomerId.of("b")).at(MAY));
        say(Purpose.PHONE_MARKETING.granted(CustomerId.of("d")).at(MAY));
        shop.events().append(Visit.of(ANA, MAY));

        List<String> lines = new ArrayList<>();
        ConsentReport report =
                shop.consents().contactable(NEWS, decision -> lines.add(decision.customer() + " " + decision.ground()));

        assertThat(lines).containsExactly("ana NO_STATEMENT", "b DENIED", "c GRANTED", "d NO_STATEMENT");
        assertThat(report.customers())
                .isEqualTo(Map.of(ConsentGround.GRANTED, 1L, ConsentGround.DENIED, 1L, ConsentGround.NO_STATEMENT, 2L));
        assertThat(report.permitted()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.at()).isEqualTo(NOW);
    }

    @Test
    void anEmptyBusinessHasNobodyToContact() {
        ConsentReport report = shop.consents().contactable(NEWS, decision -> {
            throw new AssertionError(decision);
        });
        assertThat(report.customers()).isEmpty();
        assertThat(shop.consents().history(ANA)).isEmpty();
    }

    @Test
    void aCustomerMayChangeTheirMindAThousandTimes() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Instant at = MAY.plusSeconds(i);
            events.add(
                    (i % 2 == 0 ? NEWS.granted(ANA) : NEWS.revoked(ANA)).at(at).build());
        }
        Collections.shuffle(events, new Random(7));
        shop.events().appendAll(events);
        assertThat(ground()).isEqualTo(ConsentGround.REVOKED);
        assertThat(status().decidedBy().orElseThrow().at()).isEqualTo(MAY.plusSeconds(999));
        assertThat(shop.consents().history(ANA)).hasSize(1000).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void statementsAreThereAfterOpeningAgainWithAMegabyteOfEvidence(@TempDir Path folder) {
        ConsentChange change = NEWS.granted(ANA)
                .at(MAY)
                .evidence("é".repeat(1 << 20))
                .textVersion("2026-03")
                .channel("till")
                .author("marie")
                .expires(NOW.plusSeconds(1))
                .build();
        try (Comptoir disk = Comptoir.open(folder)) {
            disk.business("shop").events().append(change);
            assertThat(disk.business("shop").events().append(change)).isFalse();
        }
        try (Comptoir disk =
                Comptoir.builder(folder).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build()) {
            assertThat(disk.business("shop").consents().history(ANA)).containsExactly(change);
            assertThat(disk.business("shop").consents().status(ANA, NEWS).ground())
                    .isEqualTo(ConsentGround.GRANTED);
        }
    }

    @Test
    void evidenceAboveTheLimitOfTheEngineIsRefusedAndNothingIsKept() {
        try (Comptoir small =
                Comptoir.inMemory().limits(Limits.defaults().withTextLength(10)).build()) {
            Business other = small.business("shop");
            assertThatThrownBy(() -> other.events()
                            .append(NEWS.granted(ANA)
                                    .at(MAY)
                                    .evidence("x".repeat(11))
                                    .build()))
                    .hasMessageContaining("Limits.textLength allows 10")
                    .isInstanceOf(DataException.class);
            assertThat(other.consents().status(ANA, NEWS).ground()).isEqualTo(ConsentGround.NO_STATEMENT);
        }
    }

    private void say(ConsentChange.Builder statement) {
        shop.events().append(statement.build());
    }

    private ConsentDecision status() {
        return shop.consents().status(ANA, NEWS);
    }

    private ConsentGround ground() {
        return ground(NEWS);
    }

    private ConsentGround ground(Purpose purpose) {
        return shop.consents().status(ANA, purpose).ground();
    }
}
