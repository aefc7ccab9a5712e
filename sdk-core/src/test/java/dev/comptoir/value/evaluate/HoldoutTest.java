package dev.comptoir.value.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.value.MbgNbd;
import dev.comptoir.value.PurchaseHistories;
import dev.comptoir.value.PurchaseHistory;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Four customers, worked by hand. */
class HoldoutTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = FIRST.plusDays(14);

    private final PurchaseHistories shop = shop();
    private final Holdout holdout = Holdout.split(shop, END, 14);

    private static PurchaseHistories shop() {
        PurchaseHistories.Builder shop = PurchaseHistories.builder(FIRST.plusDays(40));
        // The 28th day is the last that counts.
        buy(shop, "a", 0, 7, 16, 28, 29);
        buy(shop, "b", 0);
        buy(shop, "c", 7, 20, 20);
        buy(shop, "d", 15, 16);
        buy(shop, "e", 14);
        return shop.build();
    }

    private static void buy(PurchaseHistories.Builder shop, String customer, int... days) {
        for (int day : days) {
            shop.add(CustomerId.of(customer), FIRST.plusDays(day));
        }
    }

    @Test
    void theDaysAfterTheEndAreCountedAndWhoCameLaterIsNotThere() {
        assertThat(holdout.histories())
                .extracting(PurchaseHistory::frequency, PurchaseHistory::recency, PurchaseHistory::age)
                .containsExactly(tuple(1, 1, 2), tuple(0, 0, 2), tuple(0, 0, 1), tuple(0, 0, 0));
        assertThat(List.of(holdout.actual(0), holdout.actual(1), holdout.actual(2), holdout.actual(3)))
                .containsExactly(2, 0, 1, 0);
        assertThat(holdout.horizonWeeks()).isEqualTo(2);
    }

    @Test
    void metricsOfAGuess() {
        // a 1.5, b and c 0.5, e 0; came 2, 0, 1, 0.
        HoldoutReport report =
                holdout.evaluate("guess", history -> history.frequency() == 1 ? 1.5 : history.age() > 0 ? 0.5 : 0);

        assertThat(report.mae()).isCloseTo(0.375, within(1e-12));
        assertThat(report.relativeMae()).isCloseTo(0.5, within(1e-12));
        assertThat(report.rmse()).isCloseTo(Math.sqrt(0.75 / 4), within(1e-12));
        assertThat(report.correlation()).isCloseTo(1.625 / Math.sqrt(1.1875 * 2.75), within(1e-12));
        assertThat(report.auc()).isCloseTo(3.5 / 4, within(1e-12));
        assertThat(report.predictedTotal()).isCloseTo(2.5, within(1e-12));
        assertThat(report.actualTotal()).isEqualTo(3);
        assertThat(report.totalError()).isCloseTo(-1.0 / 6, within(1e-12));
        assertThat(report.topOverlap()).isEqualTo(1);
        assertThat(report.calibration())
                .containsExactly(
                        new CalibrationGroup(1, 0, 0),
                        new CalibrationGroup(1, 0.5, 0),
                        new CalibrationGroup(1, 0.5, 1),
                        new CalibrationGroup(1, 1.5, 2));
    }

    @Test
    void guessesWithoutAModel() {
        List<HoldoutReport> baselines = holdout.baselines();

        assertThat(baselines)
                .extracting(HoldoutReport::name)
                .containsExactly("rate x/T", "rate if seen < 1 weeks", "predict 0");
        // One purchase in two weeks goes on for a; she was last seen exactly one week ago.
        assertThat(baselines).extracting(HoldoutReport::mae).containsExactly(0.5, 0.75, 0.75);
        assertThat(baselines.get(2).auc()).isEqualTo(0.5);
        assertThat(baselines.get(2).correlation()).isZero();
        assertThat(baselines.get(2).topOverlap()).isEqualTo(0.25);
    }

    @Test
    void tiesAtTheEdgeShareThePlaces() {
        double[] predicted = new double[20];
        double[] actual = new double[20];
        predicted[0] = 3;
        predicted[1] = 2;
        predicted[2] = 2;
        actual[0] = 5;
        actual[2] = 4;
        // Two places: the first for certain, the other by half to the one who has it.
        assertThat(Accuracy.topOverlap(predicted, actual)).isEqualTo(0.75);
    }

    @Test
    void theLikelihoodIsThatOfTheCounts() {
        MbgNbd model = new MbgNbd(0.5, 6, 0.9, 1.6);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            int came = holdout.actual(i);
            sum += Math.log(model.purchaseDistribution(holdout.histories().get(i), 2, came)[came]);
        }
        assertThat(holdout.logLikelihood(model)).isCloseTo(sum, within(1e-12)).isNegative();
    }

    @Test
    void withoutCustomersOrDaysThereIsNothingToMeasure() {
        assertThatThrownBy(() -> Holdout.split(shop, FIRST.minusDays(1), 14))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nobody bought until 2025-12-31");
        assertThatThrownBy(() -> Holdout.split(shop, END, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The horizon is 0 days");
    }

    private static Tuple tuple(int frequency, double recency, double age) {
        return Assertions.tuple(frequency, recency, age);
    }
}
