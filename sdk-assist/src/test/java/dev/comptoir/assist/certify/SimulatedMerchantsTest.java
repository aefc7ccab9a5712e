package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.understand.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a certificate promises, held against merchants whose true error rates are known. */
class SimulatedMerchantsTest {
    /** How probable it is that a reply of a score is wrong: steep, flat, with a step, uninformative, on the edge. */
    private static final List<DoubleUnaryOperator> CURVES = List.of(
            score -> Math.pow(1 - score, 3),
            score -> 0.5 * (1 - score),
            score -> score > 0.6 ? 0.02 : 0.4,
            score -> 0.03,
            score -> 0.05,
            score -> score > 0.3 ? 0.049 + 0.02 * (1 - score) : 0.6,
            score -> 0.3 / (1 + Math.exp(20 * (score - 0.5))));

    private static final int FRESH = 20_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05})
    void theObservedErrorStaysWithinTheCertifiedOne(double rate) {
        long seed = 20_261_124;
        int merchants = Boolean.getBoolean("comptoir.long") ? 20_000 : 1_000;
        int certified = 0;
        int within = 0;
        double automation = 0;
        for (int m = 0; m < merchants; m++) {
            SplittableRandom random = new SplittableRandom(seed + m);
            DoubleUnaryOperator wrong = CURVES.get(m % CURVES.size());
            double shape = new double[] {0.4, 1, 2.5}[m % 3];
            int size = random.nextInt(60, 2_001);
            List<Judgement> judgements = draw(random, wrong, shape, size, m % 5 == 0);
            List<Certificate> certificates = Certifier.of(Target.wrongAtMost(rate))
                    .certify(judgements, "s", "k", Instant.EPOCH)
                    .certificates();
            if (!certificates.isEmpty()) {
                certified++;
                automation += certificates.get(0).automationShare();
                within += freshError(wrong, shape, m % 5 == 0, certificates.get(0)) <= rate ? 1 : 0;
            }
        }
        System.out.printf(
                "simulated merchants, seed %d, target %.0f %%: %d of %d got a certificate (mean automation %.1f %%); of these %d held (%.2f %%)%n",
                seed,
                100 * rate,
                certified,
                merchants,
                100 * automation / certified,
                within,
                100.0 * within / certified);
        assertThat(certified).isGreaterThan(rate < 0.05 ? 80 : 200);
        assertThat((double) within / certified).isGreaterThanOrEqualTo(0.95);
    }

    /** The hardest case: the true rate lies just above the target, so that every certificate is a false one. */
    @Test
    void aFalseCertificateIsAsRareAsPromised() {
        int runs = Boolean.getBoolean("comptoir.long") ? 20_000 : 2_000;
        for (Target target :
                List.of(Target.wrongAtMost(0.05), Target.wrongAtMost(0.05).atDeclaredThreshold(0.3))) {
            int certified = 0;
            for (int run = 0; run < runs; run++) {
                SplittableRandom random = new SplittableRandom(1_000L + run);
                List<Judgement> judgements = draw(random, score -> 0.0501, 1, 400, false);
                certified += Certifier.of(target)
                        .certify(judgements, "s", "k", Instant.EPOCH)
                        .certificates()
                        .size();
            }
            double share = (double) certified / runs;
            System.out.printf(
                    "false certificates, %s: %d of %d (%.4f)%n",
                    target.declaredThreshold().isPresent() ? "declared threshold" : "grid", certified, runs, share);
            assertThat(share).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs));
        }
    }

    private static List<Judgement> draw(
            SplittableRandom random, DoubleUnaryOperator wrong, double shape, int size, boolean ties) {
        List<Judgement> judgements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double score = score(random, shape, ties);
            boolean correct = random.nextDouble() >= wrong.applyAsDouble(score);
            judgements.add(new Judgement(Instant.EPOCH, score, correct, Language.FRENCH, "", Scope.KNOWLEDGE, "k"));
        }
        return judgements;
    }

    private static double score(SplittableRandom random, double shape, boolean ties) {
        double score = Math.pow(random.nextDouble(), shape);
        return ties ? Math.ceil(score * 20) / 20 : score;
    }

    /** The true error rate of what is sent alone: the mean over all scores, on a fine and even grid of them. */
    private static double freshError(DoubleUnaryOperator wrong, double shape, boolean ties, Certificate certificate) {
        double sum = 0;
        int accepted = 0;
        for (int i = 0; i < FRESH; i++) {
            double score = Math.pow((i + 0.5) / FRESH, shape);
            score = ties ? Math.ceil(score * 20) / 20 : score;
            if (certificate.accepts(score)) {
                accepted++;
                sum += wrong.applyAsDouble(score);
            }
        }
        return accepted == 0 ? 0 : sum / accepted;
    }
}
