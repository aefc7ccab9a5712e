package dev.comptoir.value.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.value.next.Calibration;
import dev.comptoir.value.next.NextPurchases;
import dev.comptoir.value.next.PurchaseDays;
import dev.comptoir.value.next.SimulatedShop;
import dev.comptoir.value.next.SimulatedShop.Bought;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChurnModelTest {
    private static final long SEED = 20261124;
    private static final LocalDate AS_OF = SimulatedShop.FIRST.plusDays(400);
    private static final ChurnDefinition DEFINITION = ChurnDefinition.noPurchaseWithin(60);
    private static final List<Bought> PURCHASES = SimulatedShop.purchases(SEED, 2_000, 470, 2, 2, 20, 1, 4, 0);
    private static final PurchaseDays DAYS = SimulatedShop.days(PURCHASES);
    private static final ChurnModel MODEL = ChurnModel.fit(DAYS, AS_OF, DEFINITION);

    @Test
    void probabilitiesComeTrue() {
        System.out.println("seed " + SEED);
        Set<CustomerId> back = new HashSet<>();
        PURCHASES.stream()
                .filter(one -> one.day().isAfter(AS_OF) && !one.day().isAfter(AS_OF.plusDays(60)))
                .forEach(one -> back.add(one.customer()));
        double[] said = MODEL.probabilities();
        double[] off = new double[10];
        int inside = 0;
        for (int i = 0; i < said.length; i++) {
            off[Math.min(9, (int) (10 * said[i]))] +=
                    said[i] - (back.contains(MODEL.customers().get(i)) ? 0 : 1);
            ChurnRisk risk = MODEL.forCustomer(MODEL.customers().get(i)).risk().orElseThrow();
            assertThat(risk.probability()).isCloseTo(said[i], within(1e-12));
            assertThat(risk.lower()).isBetween(0.0, risk.probability());
            assertThat(risk.upper()).isBetween(risk.probability(), 1.0);
            inside += risk.upper() > risk.lower() ? 1 : 0;
        }
        double error = 0;
        for (double one : off) {
            error += Math.abs(one) / said.length;
        }
        // Chance alone leaves about .015 on 2,000 customers.
        assertThat(error).isLessThan(0.03);
        assertThat(inside).isGreaterThan(said.length * 9 / 10);
        assertThat(MODEL.calibration().orElseThrow().status()).isNotEqualTo(Calibration.Status.UNCHECKED);
    }

    @Test
    void theRiskCanBeRecomputedFromTheEvidence() {
        for (ChurnRisk risk : MODEL.report().risks().subList(0, 50)) {
            ChurnEvidence e = risk.evidence();
            assertThat(e.probability(60)).isEqualTo(risk.probability());
            double model = e.modelProbability(60);
            double logit = e.intercept() + e.slope() * Math.log(model / (1 - model));
            assertThat(risk.probability()).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
        }
    }

    /** Churn is the contrary of a purchase within the horizon, before either is corrected. */
    @Test
    void churnIsTheContraryOfAPurchase() {
        NextPurchases due = NextPurchases.fit(DAYS, AS_OF);
        for (CustomerId customer : MODEL.customers().subList(0, 100)) {
            assertThat(MODEL.forCustomer(customer)
                            .risk()
                            .orElseThrow()
                            .evidence()
                            .modelProbability(60))
                    .isCloseTo(
                            1
                                    - due.forCustomer(customer)
                                            .forecast()
                                            .orElseThrow()
                                            .evidence()
                                            .modelProbabilityWithin(60),
                            within(1e-12));
        }
    }

    @Test
    void theHorizonGoesWithEveryRisk() {
        ChurnReport report = MODEL.report();
        assertThat(report.definition()).isEqualTo(ChurnDefinition.noPurchaseWithin(60));
        assertThat(report.risks())
                .allSatisfy(risk -> assertThat(risk.definition()).isEqualTo(DEFINITION));
        assertThat(report.risks()).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(report.futureDays()).isPositive();
    }

    @Test
    void aShorterHorizonIsAHigherRisk() {
        ChurnEvidence evidence = MODEL.report().risks().get(700).evidence();
        double before = 1;
        for (int days = 1; days <= 400; days++) {
            assertThat(evidence.probability(days)).isBetween(0.0, before);
            before = evidence.probability(days);
        }
        assertThat(before).isGreaterThanOrEqualTo(evidence.probabilityLeft() * 0.5);
    }

    @Test
    void wordsInFrenchAndEnglish() {
        ChurnRisk risk = MODEL.report().risks().get(0);
        assertThat(risk.reason(Locale.ENGLISH))
                .contains("probability of no purchase within 60 days (for eight in ten such customers ")
                .contains(" % probability of having left for good already")
                .contains("were expected back");
        assertThat(risk.reason(Locale.FRENCH))
                .contains("% de risque sans achat dans les 60 jours")
                .contains("d'être déjà parti")
                .contains("sur la période précédente");
        Churn unknown = MODEL.forCustomer(CustomerId.of("nobody"));
        assertThat(unknown.kind()).isEqualTo(Churn.Kind.SILENCE);
        assertThat(unknown.reason(Locale.FRENCH)).isEqualTo("aucun achat connu à ce jour");
    }
}
