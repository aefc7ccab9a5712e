package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutonomyTest {
    private static final Target FIVE = Target.wrongAtMost(0.05);
    private static final CustomerId ANA = CustomerId.of("ana");

    @TempDir
    Path folder;

    @Test
    void nothingIsAllowedUntilEnoughRepliesWereReviewed() {
        Autonomy autonomy = Autonomy.of(business(), FIVE);
        assertThat(autonomy.renew().certificates()).isEmpty();
        assertThat(autonomy.rule(reply(0.9, "k-1")).status()).isEqualTo(Ruling.Status.NONE);

        review(autonomy, 116);
        assertThat(autonomy.renew().shortfalls())
                .singleElement()
                .satisfies(shortfall -> assertThat(shortfall.more()).hasValue(1));
        assertThat(autonomy.certificates()).isEmpty();

        review(autonomy, 1);
        assertThat(autonomy.rule(reply(0.9, "k-1")).status())
                .as("a certificate must be asked for")
                .isEqualTo(Ruling.Status.NONE);
        assertThat(autonomy.renew().certificates()).hasSize(1);
        assertThat(autonomy.certificate(Language.FRENCH)).isPresent();
        assertThat(autonomy.certificate(Language.ENGLISH)).isEmpty();
        assertThat(autonomy.rule(reply(0.9, "k-1")).isAllowed()).isTrue();
        assertThat(autonomy.rule(reply(0, "k-1")).status()).isEqualTo(Ruling.Status.BELOW);
        assertThat(autonomy.rule(reply(0.9, "k-2")).status()).isEqualTo(Ruling.Status.OTHER_KNOWLEDGE);
        assertThat(autonomy.rule(with(reply(0.9, "k-1"), "score-2")).status()).isEqualTo(Ruling.Status.OTHER_SCORE);
    }

    @Test
    void anotherStateOfTheKnowledgeNeedsOneReviewAndARenewal() {
        Autonomy autonomy = granted(business());

        autonomy.reviewed(reply(0.9, "k-2"), null, Verdict.sentUnchanged());
        assertThat(autonomy.rule(reply(0.9, "k-2")).isAllowed()).isFalse();
        assertThat(autonomy.renew().certificates())
                .singleElement()
                .satisfies(certificate ->
                        assertThat(certificate.underOtherKnowledge()).isEqualTo(117));
        assertThat(autonomy.rule(reply(0.9, "k-2")).isAllowed()).isTrue();
    }

    @Test
    void everythingSurvivesARestart() {
        Path data = folder.resolve("data");
        RiskMonitor before;
        try (Comptoir comptoir = Comptoir.open(data)) {
            Autonomy autonomy = granted(comptoir.business("shop"));
            autonomy.reviewed(sent(), null, Verdict.judged(false));
            before = autonomy.monitor(autonomy.certificates().get(0)).orElseThrow();
            assertThat(before.errors()).isEqualTo(1);
        }
        try (Comptoir comptoir = Comptoir.open(data)) {
            Autonomy autonomy = Autonomy.of(comptoir.business("shop"), FIVE);
            Certificate certificate = autonomy.certificates().get(0);
            assertThat(autonomy.rule(reply(0.9, "k-1")).isAllowed()).isTrue();
            assertThat(autonomy.monitor(certificate).orElseThrow().state()).isEqualTo(before.state());
            alarm(autonomy);
        }
        try (Comptoir comptoir = Comptoir.open(data)) {
            assertThat(Autonomy.of(comptoir.business("shop"), FIVE)
                            .rule(reply(0.9, "k-1"))
                            .status())
                    .isEqualTo(Ruling.Status.WITHDRAWN);
        }
    }

    @Test
    void anAlarmWithdrawsAndOldReviewsDoNotBringItBack() {
        Business business = business();
        Autonomy autonomy = granted(business);
        alarm(autonomy);

        assertThat(autonomy.certificates()).isEmpty();
        assertThat(autonomy.rule(reply(0.9, "k-1")).status()).isEqualTo(Ruling.Status.WITHDRAWN);
        assertThat(Autonomy.of(business, FIVE).rule(reply(0.9, "k-1")).status())
                .as("another view of the same business")
                .isEqualTo(Ruling.Status.WITHDRAWN);
        assertThat(autonomy.renew().certificates()).isEmpty();

        review(autonomy, 117);
        assertThat(autonomy.renew().certificates()).hasSize(1);
        assertThat(autonomy.rule(reply(0.9, "k-1")).isAllowed()).isTrue();
        List<AuditEntry> entries = new ArrayList<>();
        business.audit().forEach(entries::add);
        assertThat(entries).extracting(AuditEntry::action).containsOnly(AuditAction.AUTONOMY);
        assertThat(entries)
                .extracting(entry -> entry.detail().substring(0, 7))
                .containsExactly("granted", "withdra", "granted");
    }

    @Test
    void draftsThatWereWrongDoNotAlarm() {
        Autonomy autonomy = granted(business());
        for (int i = 0; i < 50; i++) {
            autonomy.reviewed(reply(0.9, "k-1"), null, Verdict.discarded());
        }
        assertThat(autonomy.certificates()).hasSize(1);
        assertThat(autonomy.renew().certificates())
                .as("but they forbid the next certificate")
                .isEmpty();
        assertThat(autonomy.certificates()).isEmpty();
    }

    @Test
    void theStaffMayWithdrawAtAnyTime() {
        Autonomy autonomy = granted(business());
        autonomy.withdraw("martin");

        assertThat(autonomy.rule(reply(0.9, "k-1")).status()).isEqualTo(Ruling.Status.WITHDRAWN);
        assertThat(autonomy.renew().certificates()).hasSize(1);
    }

    @Test
    void reviewsHoldNoTextAndAreErasedWithTheirCustomer() {
        Business business = business();
        Autonomy autonomy = granted(business);
        autonomy.reviewed(reply(0.8, "k-1"), ANA, Verdict.edited(true));
        assertThat(business.events().of(ANA)).singleElement().isInstanceOfSatisfying(CustomEvent.class, event -> {
            assertThat(event.attributes())
                    .containsOnlyKeys(
                            "action",
                            "after",
                            "base-score",
                            "channel",
                            "correct",
                            "decision",
                            "evidence",
                            "features",
                            "knowledge-version",
                            "language",
                            "score",
                            "score-version",
                            "source")
                    .containsEntry("action", "edited")
                    .containsEntry("evidence", "lundi");
        });

        business.erasure().erase(new SubjectRequest(ANA, "martin", "letter"));
        assertThat(business.events().of(ANA)).isEmpty();
        assertThat(autonomy.certificates()).hasSize(1);
        assertThat(autonomy.renew().certificates())
                .singleElement()
                .satisfies(certificate -> assertThat(certificate.reviewed()).isEqualTo(117));
    }

    @Test
    void twoBusinessesDoNotMeet() {
        Comptoir comptoir = Comptoir.inMemory().build();
        granted(comptoir.business("one"));

        assertThat(Autonomy.of(comptoir.business("two"), FIVE).certificates()).isEmpty();
    }

    @Test
    void aFittedScoreIsCertifiedOnTheOtherHalf() {
        Autonomy autonomy = Autonomy.of(business(), FIVE);
        // The plain score says nothing; the second feature says it all.
        for (int i = 0; i < 1_000; i++) {
            boolean correct = i / 2 % 2 == 0;
            Assessment reply = new Assessment(
                    Decision.DRAFT,
                    Scope.KNOWLEDGE,
                    0.5,
                    0.5,
                    List.of(i % 7 / 7.0, correct ? 0.6 + i % 10 / 100.0 : 0.4),
                    Language.FRENCH,
                    "",
                    List.of(),
                    "score-1",
                    "k-1");
            autonomy.reviewed(reply, null, correct ? Verdict.sentUnchanged() : Verdict.discarded());
        }
        assertThat(autonomy.renew().certificates()).isEmpty();

        Certificate certificate = autonomy.renewFitted().certificates().get(0);
        assertThat(certificate.reviewed()).isEqualTo(500);
        assertThat(certificate.accepted()).isEqualTo(250);
        assertThat(certificate.scoreVersion()).startsWith("score-1+fitted-");
        assertThat(autonomy.rule(features(0.65)).isAllowed()).isTrue();
        assertThat(autonomy.rule(features(0.4)).status()).isEqualTo(Ruling.Status.BELOW);
        Assessment plain = features(0.65);
        Assessment without = new Assessment(
                plain.decision(),
                plain.source(),
                1,
                1,
                List.of(),
                plain.language(),
                "",
                List.of(),
                plain.scoreVersion(),
                plain.knowledgeVersion());
        assertThat(autonomy.rule(without).status())
                .as("without the features there is no such score")
                .isEqualTo(Ruling.Status.OTHER_SCORE);
    }

    @Test
    void assessmentsWaitAsJson() {
        Assessment reply = reply(0.123456789, "k-1");
        assertThat(Assessment.fromJson(reply.toJson())).isEqualTo(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"decision\":\"draft\"}", "{\"decision\":{}}", "x"})
    void whatIsNoAssessmentIsRefused(String json) {
        assertThatThrownBy(() -> Assessment.fromJson(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eventsOfThatNameWithOtherContentAreNoReviews() {
        Business business = business();
        for (String name : List.of(Reviews.REVIEWED, Reviews.GRANTED, Reviews.WITHDRAWN)) {
            TreeMap<String, String> attributes = new TreeMap<>();
            attributes.put("decision", "none");
            attributes.put("certificate-0", "{}");
            attributes.put(Reviews.MODEL, "x");
            business.events().append(CustomEvent.of(null, Instant.EPOCH, name, attributes));
        }
        assertThat(Autonomy.of(business, FIVE).certificates()).isEmpty();
        assertThat(Autonomy.of(business, FIVE).renew().certificates()).isEmpty();
    }

    @Test
    void aForgedCertificateGrantsNothing() {
        Business business = business();
        String real = granted(business()).certificates().get(0).toJson();
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("certificate-0", real.replace("\"rate\":0.05", "\"rate\":0.01"));
        business.events().append(CustomEvent.of(null, Instant.EPOCH, Reviews.GRANTED, attributes));

        assertThat(Autonomy.of(business, FIVE).certificates()).isEmpty();
    }

    @Test
    void theNewestTenThousandReviewsCount() {
        Business business = business();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            TreeMap<String, String> attributes = new TreeMap<>(ReviewText.attributes(reply(0.9, "k-1")));
            ReviewText.add(attributes, i < 2_000 ? Verdict.discarded() : Verdict.sentUnchanged());
            events.add(CustomEvent.of(null, Instant.EPOCH.plusSeconds(i), Reviews.REVIEWED, attributes));
        }
        business.events().appendAll(events);

        Certificate certificate =
                Autonomy.of(business, FIVE).renew().certificates().get(0);
        assertThat(certificate.reviewed()).isEqualTo(10_000);
        assertThat(certificate.errors()).isZero();
        assertThat(business.events().read(EventQuery.all(), event -> {})).isPositive();
    }

    @Test
    void aSnapshotHoldsWhatTheLogDoes() {
        Path data = folder.resolve("data");
        try (Comptoir comptoir = Comptoir.open(data)) {
            Business business = comptoir.business("shop");
            Autonomy autonomy = granted(business);
            autonomy.reviewed(sent(), null, Verdict.judged(false));
            List<Event> others = new ArrayList<>();
            for (int i = 0; i < 6_000; i++) {
                others.add(CustomEvent.of(null, Instant.EPOCH.plusSeconds(i), "other", new TreeMap<>()));
            }
            business.events().appendAll(others);
            assertThat(business.snapshots().find(ReviewSnapshot.NAME)).isEmpty();
            autonomy.certificates();
            assertThat(business.snapshots().find(ReviewSnapshot.NAME)).isPresent();
        }
        try (Comptoir comptoir = Comptoir.open(data)) {
            Business business = comptoir.business("shop");
            Autonomy fromSnapshot = Autonomy.of(business, FIVE);
            Certificate certificate = fromSnapshot.certificates().get(0);
            RiskMonitor monitor = fromSnapshot.monitor(certificate).orElseThrow();
            assertThat(monitor.errors()).isEqualTo(1);
            Certification renewed = fromSnapshot.renew();

            business.snapshots().delete(ReviewSnapshot.NAME);
            Autonomy fromLog = Autonomy.of(business, FIVE);
            assertThat(fromLog.renew().certificates())
                    .extracting(Certificate::accepted, Certificate::errors, Certificate::threshold)
                    .isEqualTo(renewed.certificates().stream()
                            .map(c -> org.assertj.core.groups.Tuple.tuple(c.accepted(), c.errors(), c.threshold()))
                            .toList());
        }
    }

    private static Business business() {
        return Comptoir.inMemory().build().business("shop");
    }

    private static Autonomy granted(Business business) {
        Autonomy autonomy = Autonomy.of(business, FIVE);
        review(autonomy, 117);
        assertThat(autonomy.renew().certificates()).hasSize(1);
        return autonomy;
    }

    private static void review(Autonomy autonomy, int n) {
        for (int i = 0; i < n; i++) {
            autonomy.reviewed(reply(0.9, "k-1"), null, Verdict.sentUnchanged());
        }
    }

    private static void alarm(Autonomy autonomy) {
        for (int i = 0; i < 10 && !autonomy.certificates().isEmpty(); i++) {
            autonomy.reviewed(sent(), null, Verdict.judged(false));
        }
    }

    private static Assessment reply(double score, String knowledge) {
        return new Assessment(
                Decision.DRAFT,
                Scope.KNOWLEDGE,
                score,
                score,
                List.of(score, 0.5),
                Language.FRENCH,
                "mail",
                List.of("lundi"),
                "score-1",
                knowledge);
    }

    private static Assessment sent() {
        return reply(0.9, "k-1").decided(Decision.ANSWER, 0.9);
    }

    private static Assessment features(double second) {
        return new Assessment(
                Decision.DRAFT,
                Scope.KNOWLEDGE,
                0.5,
                0.5,
                List.of(0.3, second),
                Language.FRENCH,
                "",
                List.of(),
                "score-1",
                "k-1");
    }

    private static Assessment with(Assessment a, String scoreVersion) {
        return new Assessment(
                a.decision(),
                a.source(),
                a.score(),
                a.baseScore(),
                a.features(),
                a.language(),
                a.channel(),
                a.evidence(),
                scoreVersion,
                a.knowledgeVersion());
    }
}
