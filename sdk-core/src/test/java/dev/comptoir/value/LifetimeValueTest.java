package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.value.PurchaseModel.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifetimeValueTest {
    private static final long SEED = 21;

    private final PurchaseHistories shop = SmallShop.of(150, SEED);

    /** Every value follows from its evidence alone. */
    @Test
    void valuesAreRecomputedFromTheirEvidence() {
        for (Kind kind : Kind.values()) {
            LifetimeValue model = LifetimeValue.builder()
                    .models(kind)
                    .horizonWeeks(30)
                    .annualDiscountRate(0.15)
                    .margin(0.4)
                    .fit(shop);
            for (String name : new String[] {"c0", "c1", "c7", "c140"}) {
                CustomerValue value = model.of(shop.find(CustomerId.of(name)).orElseThrow());
                ValueEvidence evidence = value.evidence();
                assertThat(evidence.model()).isEqualTo(kind.title());
                assertThat(evidence.spendModel()).isEqualTo(ValueEvidence.GAMMA_GAMMA);
                assertThat(evidence.terms()).isEqualTo(new ValueTerms(30, 0.15, 0.4, 0.9));

                PurchaseModel again = model(kind, evidence.parameters());
                Map<String, Double> spend = evidence.spendParameters();
                double amount = new GammaGamma(spend.get("p"), spend.get("q"), spend.get("v"))
                        .expectedSpend(evidence.history());
                same(value.probabilityAlive(), again.probabilityAlive(evidence.history()));
                same(value.expectedPurchases(), again.expectedPurchases(evidence.history(), 30));
                same(value.expectedSpend().orElseThrow(), amount);
                // Seven steps of about a month.
                double discounted = 0;
                for (int step = 0; step < 7; step++) {
                    double purchases = again.expectedPurchases(evidence.history(), 30 * (step + 1) / 7.0)
                            - again.expectedPurchases(evidence.history(), 30 * step / 7.0);
                    discounted += purchases * Math.pow(1.15, -30 * (step + 0.5) / 7 * 7 / 365.2425);
                }
                same(value.lifetimeValue().orElseThrow(), 0.4 * amount * discounted);
            }
        }
    }

    @Test
    void belowTheGateTheShopsOwnQuantilesSpeakAndSayHow() {
        PurchaseHistories few = SmallShop.of(20, SEED);
        LifetimeValue model = LifetimeValue.fit(few);

        assertThat(model.purchases()).isEmpty();
        assertThat(model.choice()).isEmpty();
        assertThat(model.notices()).contains(new ValueNotice(DataGate.TOO_FEW_CUSTOMERS, 20, 30));
        for (CustomerValue value : model.all(few).values()) {
            ValueEvidence evidence = value.evidence();
            PurchaseHistory history = evidence.history();
            Map<String, Double> known = evidence.parameters();
            double alive = (1 + known.get("intervalsAtLeast")) / (2 + known.get("intervals"));
            double rate = (history.frequency() + 1) / (history.age() + 1 / known.get("meanRate"));
            assertThat(evidence.model()).isEqualTo(ValueEvidence.EMPIRICAL);
            assertThat(evidence.notices()).isEqualTo(model.notices());
            same(value.probabilityAlive(), alive);
            same(value.expectedPurchases(), alive * rate * 52);
            if (evidence.spendModel().equals(ValueEvidence.EMPIRICAL)) {
                double paid = history.paidPurchases();
                same(
                        value.expectedSpend().orElseThrow(),
                        (paid * history.meanSpend() + evidence.spendParameters().get("shopMean")) / (paid + 1));
            }
        }
    }

    @Test
    void theGateOpensAtThirtyCustomers() {
        assertThat(LifetimeValue.fit(SmallShop.of(29, SEED)).purchases()).isEmpty();
        LifetimeValue model = LifetimeValue.fit(SmallShop.of(30, SEED));
        assertThat(model.purchases()).isPresent();
        assertThat(model.purchases().get().customers()).isEqualTo(30);
    }

    @Test
    void equalHistoriesAndSeedGiveEqualValuesInAnyOrder() {
        List<PurchaseHistory> histories = new ArrayList<>(shop.all().values());
        List<PurchaseHistory> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, new Random(SEED));
        LifetimeValue one = LifetimeValue.fit(histories);
        LifetimeValue other = LifetimeValue.fit(shuffled);
        LifetimeValue again = LifetimeValue.fit(histories);
        LifetimeValue seeded = LifetimeValue.builder().seed(1).fit(histories);

        // Asked for backwards, so that no value can lean on the one before.
        for (int i = histories.size() - 1; i >= 0; i -= 10) {
            PurchaseHistory history = histories.get(i);
            CustomerValue value = one.of(history);
            assertThat(other.of(history)).isEqualTo(value);
            assertThat(again.of(history)).isEqualTo(value);
            CustomerValue drawn = seeded.of(history);
            assertThat(drawn.lifetimeValue().orElseThrow().value())
                    .isEqualTo(value.lifetimeValue().orElseThrow().value());
            assertThat(drawn.lifetimeValue()).isNotEqualTo(value.lifetimeValue());
        }
    }

    @Test
    void allModelsAreComparedAndTheBestConvergedOneIsTaken() {
        LifetimeValue model = LifetimeValue.fit(shop);
        ModelChoice choice = model.choice().orElseThrow();

        assertThat(choice.criterion()).isEqualTo(ModelChoice.Criterion.OUT_OF_TIME);
        assertThat(choice.scores()).extracting(ModelScore::kind).containsExactlyInAnyOrder(Kind.values());
        assertThat(choice.scores())
                .extracting(ModelScore::score)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(model.purchases().orElseThrow().model().kind())
                .isEqualTo(choice.scores().get(0).kind());
    }

    @Test
    void intervalsHoldWhatTheyAreOf() {
        LifetimeValue model = LifetimeValue.fit(shop);
        for (CustomerValue value : model.all(shop).values()) {
            assertThat(value.probabilityAlive().lower()).isBetween(0.0, 1.0);
            assertThat(value.probabilityAlive().upper()).isBetween(0.0, 1.0);
            assertThat(value.expectedPurchases().lower()).isNotNegative();
            assertThat(value.purchases().lower())
                    .isEqualTo(Math.rint(value.purchases().lower()));
            assertThat(value.purchases().upper() - value.purchases().lower())
                    .isGreaterThan(value.expectedPurchases().upper()
                            - value.expectedPurchases().lower()
                            - 1);
        }
    }

    @Test
    void settingsOutsideOfTheirRangeAreRefused() {
        assertThatThrownBy(() -> LifetimeValue.builder().margin(0).fit(shop))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The margin is 0.0; it must be above 0 and at most 1.");
        assertThatThrownBy(
                        () -> LifetimeValue.builder().horizonWeeks(Double.NaN).fit(shop))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("horizonWeeks is NaN");
        assertThatThrownBy(() -> LifetimeValue.builder().level(1).fit(shop))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> LifetimeValue.builder().annualDiscountRate(-0.1).fit(shop))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PurchaseModel model(Kind kind, Map<String, Double> of) {
        int k = of.getOrDefault("k", 1.0).intValue();
        return switch (kind) {
            case BG_NBD -> new BgNbd(of.get("r"), of.get("alpha"), of.get("a"), of.get("b"));
            case MBG_NBD -> new MbgNbd(of.get("r"), of.get("alpha"), of.get("a"), of.get("b"));
            case BG_CNBD_K -> new BgCnbdK(k, of.get("r"), of.get("alpha"), of.get("a"), of.get("b"));
            case MBG_CNBD_K -> new MbgCnbdK(k, of.get("r"), of.get("alpha"), of.get("a"), of.get("b"));
            case PARETO_NBD -> new ParetoNbd(of.get("r"), of.get("alpha"), of.get("s"), of.get("beta"));
        };
    }

    private static void same(Estimate estimate, double value) {
        assertThat(estimate.value()).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }
}
