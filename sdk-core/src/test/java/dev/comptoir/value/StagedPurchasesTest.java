package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The mean in one pass against the distribution, which is summed in another way. */
class StagedPurchasesTest {
    private static final long SEED = 3;

    private final Random random = new Random(SEED);

    @Test
    void theMeanIsThatOfTheDistribution() {
        for (int trial = 0; trial < 200; trial++) {
            PurchaseModel model = model(2 + trial % 11);
            int x = trial % 3 == 0 ? 0 : random.nextInt(60);
            double age = 100 * random.nextDouble();
            double recency = x == 0 ? 0 : age * (trial % 7 == 0 ? 1 : random.nextDouble());
            double horizon = Math.exp(6 * random.nextDouble() - 1.5);
            compare(model, PurchaseHistory.of(x, recency, age), horizon);
        }
    }

    @Test
    void neitherTinyNorLongHorizonsNorManyPurchasesAreLost() {
        for (int k : new int[] {2, 5, 12}) {
            PurchaseModel model = new MbgCnbdK(k, 1.2, 2, 0.8, 3);
            compare(model, PurchaseHistory.of(4, 3, 20), 1e-3);
            compare(model, PurchaseHistory.of(4, 3, 20), 1e-9);
            compare(model, PurchaseHistory.of(0, 0, 0), 30);
            compare(model, PurchaseHistory.of(900, 400, 402), 300);
            assertThat(model.expectedPurchases(PurchaseHistory.of(4, 3, 20), Double.MIN_VALUE))
                    .isBetween(0.0, 1e-300);
        }
    }

    private static void compare(PurchaseModel model, PurchaseHistory history, double horizon) {
        double[] exactly = model.purchaseDistribution(history, horizon, 6000);
        double mean = 0;
        for (int n = 0; n < exactly.length; n++) {
            mean += n * exactly[n];
        }
        assertThat(model.expectedPurchases(history, horizon))
                .as("seed %d: %s %s %s", SEED, model, history, horizon)
                .isCloseTo(mean, within(1e-10 * Math.max(1, mean)));
    }

    private PurchaseModel model(int k) {
        double r = parameter();
        double alpha = 3 * parameter();
        double a = parameter();
        double b = 2 * parameter();
        return random.nextBoolean() ? new BgCnbdK(k, r, alpha, a, b) : new MbgCnbdK(k, r, alpha, a, b);
    }

    private double parameter() {
        return Math.exp(0.7 * random.nextGaussian());
    }
}
