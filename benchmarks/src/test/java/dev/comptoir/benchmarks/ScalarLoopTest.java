package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.value.BgNbd;
import dev.comptoir.value.MbgCnbdK;
import dev.comptoir.value.MbgNbd;
import dev.comptoir.value.ParetoNbd;
import dev.comptoir.value.PurchaseHistory;
import dev.comptoir.value.PurchaseModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit that scoring is compared with computes the same as the library. */
class ScalarLoopTest {
    private static final List<PurchaseHistory> HISTORIES = List.of(
            PurchaseHistory.of(0, 0, 30),
            PurchaseHistory.of(2, 30.43, 38.86),
            PurchaseHistory.of(9, 12, 38),
            PurchaseHistory.of(26, 30.86, 31));

    @Test
    void theClosedFormsAreTheLibrarys() {
        for (PurchaseModel model : List.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426),
                new MbgNbd(0.525, 6.183, 0.891, 1.614),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669))) {
            ScalarLoop loop = run(model);
            for (int i = 0; i < HISTORIES.size(); i++) {
                assertThat(loop.alive(i)).isCloseTo(model.probabilityAlive(HISTORIES.get(i)), within(1e-9));
                assertThat(loop.expected(i)).isCloseTo(model.expectedPurchases(HISTORIES.get(i), 39), within(1e-9));
            }
        }
    }

    @Test
    void withRegularityTheMeanIsAnApproximation() {
        PurchaseModel model = new MbgCnbdK(2, 1.33, 2.816, 0.425, 0.79);
        ScalarLoop loop = run(model);
        for (int i = 0; i < HISTORIES.size(); i++) {
            double exact = model.expectedPurchases(HISTORIES.get(i), 39);
            assertThat(loop.alive(i)).isCloseTo(model.probabilityAlive(HISTORIES.get(i)), within(1e-9));
            assertThat(loop.expected(i)).isCloseTo(exact, within(0.2 * exact + 0.2));
        }
    }

    private static ScalarLoop run(PurchaseModel model) {
        ScalarLoop loop = new ScalarLoop(
                HISTORIES.stream().mapToInt(PurchaseHistory::frequency).toArray(),
                HISTORIES.stream().mapToDouble(PurchaseHistory::recency).toArray(),
                HISTORIES.stream().mapToDouble(PurchaseHistory::age).toArray());
        ScoringSpeed.run(loop, model, 39);
        return loop;
    }
}
