package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.assist.understand.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CertifierTest {
    private static final Instant DAY = Instant.parse("2026-11-24T09:00:00Z");
    private static final Target FIVE = Target.wrongAtMost(0.05);

    @Test
    void allRightAndJustEnoughIsCertifiedDownToTheBottom() {
        Certification certification = certify(FIVE, judgements(117, i -> 0.5, i -> true));

        assertThat(certification.shortfalls()).isEmpty();
        assertThat(certification.certificates()).singleElement().satisfies(certificate -> {
            assertThat(certificate.threshold()).isZero();
            assertThat(certificate.accepted()).isEqualTo(117);
            assertThat(certificate.errors()).isZero();
            assertThat(certificate.upperBound()).isLessThanOrEqualTo(0.05).isGreaterThan(0.0499);
            assertThat(certificate.automationShare()).isEqualTo(1);
            assertThat(certificate.from()).isEqualTo(DAY);
            assertThat(certificate.until()).isEqualTo(DAY.plusSeconds(116));
            assertThat(certificate.isValidFor("score-1", "k-1")).isTrue();
            assertThat(certificate.accepts(0.0001)).isTrue();
            assertThat(certificate.accepts(0)).isFalse();
        });
    }

    @Test
    void oneReplyLessIsNot() {
        Certification certification = certify(FIVE, judgements(116, i -> 0.5, i -> true));

        assertThat(certification.certificates()).isEmpty();
        assertThat(certification.shortfalls()).singleElement().satisfies(shortfall -> {
            assertThat(shortfall.reviewed()).isEqualTo(116);
            assertThat(shortfall.least()).isEqualTo(117);
            assertThat(shortfall.more()).isEqualTo(OptionalInt.of(1));
        });
    }

    @Test
    void aDeclaredThresholdNeedsHalfAsMany() {
        Target declared = FIVE.atDeclaredThreshold(0.8);

        assertThat(certify(declared, judgements(59, i -> 0.8, i -> true)).certificates())
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.threshold()).isEqualTo(0.8);
                    assertThat(certificate.accepts(0.8)).isTrue();
                    assertThat(certificate.accepts(0.79)).isFalse();
                });
        assertThat(certify(declared, judgements(58, i -> 0.8, i -> true)).certificates())
                .isEmpty();
        assertThat(certify(declared, judgements(500, i -> 0.79, i -> true)).certificates())
                .isEmpty();
    }

    @Test
    void theThresholdLiesAboveWhatIsOftenWrong() {
        // Scores .001 to 1; below .4 every reply is wrong.
        Certification certification = certify(FIVE, judgements(1_000, i -> (i + 1) / 1_000.0, i -> i >= 400));

        assertThat(certification.certificates()).singleElement().satisfies(certificate -> {
            // Of the shares tried, 60 % accepts the right ones alone; 65 % would have 50 errors among 650.
            assertThat(certificate.accepted()).isEqualTo(600);
            assertThat(certificate.threshold()).isEqualTo(Math.nextUp(0.4));
            assertThat(certificate.errors()).isZero();
            assertThat(certificate.automationShare()).isEqualTo(0.6);
        });
    }

    @Test
    void tiesFallTogether() {
        // Half of the replies share one score; no threshold may lie among them.
        Certification certification =
                certify(FIVE, judgements(400, i -> i % 2 == 0 ? 0.9 : 0.3, i -> i % 2 == 0 || i % 4 == 1));

        assertThat(certification.certificates()).singleElement().satisfies(certificate -> {
            assertThat(certificate.accepted()).isEqualTo(200);
            assertThat(certificate.threshold()).isEqualTo(Math.nextUp(0.3));
        });
    }

    @Test
    void oneScoreForRightAndWrongCertifiesNothingAndMoreOfItWouldNotHelp() {
        Certification certification = certify(FIVE, judgements(5_000, i -> 1, i -> i % 10 != 0));

        assertThat(certification.certificates()).isEmpty();
        assertThat(certification.shortfalls())
                .singleElement()
                .satisfies(shortfall -> assertThat(shortfall.more()).isEmpty());
    }

    @Test
    void allWrongCertifiesNothing() {
        assertThat(certify(FIVE, judgements(5_000, i -> i / 5_000.0, i -> false))
                        .certificates())
                .isEmpty();
    }

    @Test
    void withoutJudgementsThereIsNothingToSay() {
        Certification certification = certify(FIVE, List.of());

        assertThat(certification.certificates()).isEmpty();
        assertThat(certification.shortfalls()).isEmpty();
    }

    @Test
    void repliesThatARuleForbidsAreCountedButNeverAccepted() {
        Certification certification = certify(FIVE, judgements(300, i -> i < 150 ? 0 : 0.7, i -> i >= 150));

        assertThat(certification.certificates()).singleElement().satisfies(certificate -> {
            assertThat(certificate.accepted()).isEqualTo(150);
            assertThat(certificate.reviewed()).isEqualTo(300);
            assertThat(certificate.automationShare()).isEqualTo(0.5);
        });
        assertThat(certify(FIVE, judgements(300, i -> 0, i -> true)).shortfalls())
                .singleElement()
                .satisfies(shortfall -> assertThat(shortfall.more()).hasValue(117));
    }

    @Test
    void howManyMoreAreNeededIsEnough() {
        List<Judgement> few = judgements(60, i -> (i + 1) / 60.0, i -> i >= 30);
        int more = certify(FIVE, few).shortfalls().get(0).more().orElseThrow();
        int factor = (int) Math.ceil((60.0 + more) / 60);

        List<Judgement> as = new ArrayList<>();
        for (int i = 0; i < factor; i++) {
            as.addAll(few);
        }
        assertThat(more).isBetween(60, 500);
        assertThat(certify(FIVE, as).certificates()).isNotEmpty();
    }

    @Test
    void eachLanguageStandsAloneAndSmallOnesArePooledOnlyOnRequest() {
        List<Judgement> both = new ArrayList<>(judgements(400, i -> 0.9, i -> true));
        for (Judgement judgement : judgements(60, i -> 0.8, i -> true)) {
            both.add(with(judgement, Language.ENGLISH, "mail"));
            both.add(with(judgement, Language.ENGLISH, "chat"));
        }

        Certifier apart = Certifier.of(FIVE).byChannel();
        assertThat(apart.certify(both, "s", "k-1", DAY).certificates())
                .extracting(certificate -> certificate.scope().languages())
                .containsExactly(java.util.Set.of(Language.FRENCH));
        assertThat(apart.certify(both, "s", "k-1", DAY).shortfalls())
                .extracting(Shortfall::more)
                .containsExactly(OptionalInt.of(57), OptionalInt.of(57));
        Certificate pooled = apart.pooling().certify(both, "s", "k-1", DAY).certificates().stream()
                .filter(certificate -> certificate.scope().pooled())
                .findFirst()
                .orElseThrow();
        assertThat(pooled.scope().languages()).containsExactly(Language.ENGLISH);
        assertThat(pooled.scope().channels()).containsExactly("chat", "mail");
        assertThat(pooled.accepted()).isEqualTo(120);
        assertThat(pooled.text(Language.ENGLISH)).contains("put together for want of reviews");
        assertThat(pooled.scope().covers(Scope.KNOWLEDGE, Language.ENGLISH, "chat"))
                .isTrue();
        assertThat(pooled.scope().covers(Scope.KNOWLEDGE, Language.FRENCH, "chat"))
                .isFalse();
        assertThat(pooled.scope().covers(Scope.KNOWLEDGE, Language.ENGLISH, "sms"))
                .isFalse();
    }

    @Test
    void sourcesAreNeverPooled() {
        List<Judgement> two = new ArrayList<>(judgements(100, i -> 0.9, i -> true));
        judgements(100, i -> 1, i -> true)
                .forEach(j -> two.add(new Judgement(
                        j.at(),
                        j.score(),
                        j.correct(),
                        j.language(),
                        j.channel(),
                        "opening-hours",
                        j.knowledgeVersion())));

        Certification certification = Certifier.of(FIVE).pooling().certify(two, "s", "k-1", DAY);
        assertThat(certification.certificates()).isEmpty();
        assertThat(certification.shortfalls())
                .extracting(shortfall -> shortfall.scope().source())
                .containsExactly(Scope.KNOWLEDGE, "opening-hours");
    }

    @Test
    void judgementsOfEarlierKnowledgeAreNamed() {
        List<Judgement> mixed = judgements(120, i -> 0.9, i -> true);
        Certificate certificate = Certifier.of(FIVE)
                .certify(mixed, "s", "k-2", DAY)
                .certificates()
                .get(0);

        assertThat(certificate.underOtherKnowledge()).isEqualTo(120);
        assertThat(certificate.isValidFor("s", "k-2")).isTrue();
        assertThat(certificate.isValidFor("s", "k-1")).isFalse();
        assertThat(certificate.isValidFor("t", "k-2")).isFalse();
    }

    @Test
    void theOrderOfJudgementsDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(7);
        List<Judgement> judgements =
                judgements(500, i -> Math.floorMod(i * 37L, 100) / 100.0, i -> Math.floorMod(i * 37L, 100) > 30);
        List<Judgement> shuffled = new ArrayList<>(judgements);
        java.util.Collections.shuffle(shuffled, new java.util.Random(random.nextLong()));

        assertThat(certify(FIVE, shuffled)).isEqualTo(certify(FIVE, judgements));
    }

    @Test
    void scoresThatAreNoneAreRefused() {
        for (double score : new double[] {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> judgement(0, score, true)).hasMessageContaining("score of a judgement is");
        }
    }

    @Test
    void conformalRiskControlCountsWrongAnswersAmongAllMail() {
        // 99 messages, 5 % allowed: (wrong + 1) / 100 <= .05, so 4 wrong ones may pass, the fifth sets the threshold.
        List<Judgement> judgements = judgements(99, i -> (i + 1) / 100.0, i -> i % 10 != 0);
        ConformalRiskControl.Control control =
                ConformalRiskControl.of(judgements, 0.05).orElseThrow();

        assertThat(control.errors()).isEqualTo(4);
        assertThat(control.threshold()).isEqualTo(Math.nextUp(0.51));
        assertThat(control.accepted()).isEqualTo(48);
        assertThat(ConformalRiskControl.of(judgements(18, i -> 1, i -> true), 0.05))
                .isEmpty();
        assertThat(ConformalRiskControl.of(judgements(19, i -> 1, i -> true), 0.05)
                        .orElseThrow()
                        .threshold())
                .isZero();
        assertThat(ConformalRiskControl.of(judgements(99, i -> 1, i -> false), 0.05)
                        .orElseThrow()
                        .accepted())
                .isZero();
        assertThat(ConformalRiskControl.of(List.of(), 0.05)).isEmpty();
    }

    static List<Judgement> judgements(int n, IntToDoubleFunction score, IntPredicate correct) {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            judgements.add(judgement(i, score.applyAsDouble(i), correct.test(i)));
        }
        return judgements;
    }

    static Judgement judgement(int second, double score, boolean correct) {
        return new Judgement(DAY.plusSeconds(second), score, correct, Language.FRENCH, "mail", Scope.KNOWLEDGE, "k-1");
    }

    private static Judgement with(Judgement j, Language language, String channel) {
        return new Judgement(j.at(), j.score(), j.correct(), language, channel, j.source(), j.knowledgeVersion());
    }

    private static Certification certify(Target target, List<Judgement> judgements) {
        return Certifier.of(target).certify(judgements, "score-1", "k-1", DAY.plusSeconds(100_000));
    }
}
