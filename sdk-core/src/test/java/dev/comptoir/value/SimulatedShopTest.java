package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.value.internal.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Shops whose customers behave exactly as a model says, lived through event by event: what the formulas say of many of them has to
 * come true within the chance of so many, and a fit has to find the parameters.
 */
class SimulatedShopTest {
    private static final long SEED = 11;
    private static final int CUSTOMERS = 20_000;
    private static final double AGE = 40;
    private static final double HORIZON = 25;

    /** One customer's life in both times. */
    private record Life(PurchaseHistory history, int after, boolean aliveAtEnd) {}

    @Test
    void bgNbd() {
        verify(new BgNbd(0.8, 6, 0.9, 2.5), 1, false);
    }

    @Test
    void mbgNbd() {
        verify(new MbgNbd(0.8, 6, 0.9, 2.5), 1, true);
    }

    @Test
    void bgCnbdK() {
        verify(new BgCnbdK(2, 1.2, 3, 0.7, 3), 2, false);
    }

    @Test
    void mbgCnbdK() {
        verify(new MbgCnbdK(4, 1.4, 2, 0.6, 2), 4, true);
    }

    @Test
    void paretoNbd() {
        ParetoNbd model = new ParetoNbd(0.7, 8, 0.6, 12);
        List<Life> lives = new ArrayList<>();
        Draws draws = new Draws(SEED);
        for (int i = 0; i < CUSTOMERS; i++) {
            double rate = draws.gamma(model.r()) / model.alpha();
            double death = draws.exponential() / (draws.gamma(model.s()) / model.beta());
            double age = AGE * draws.uniform();
            List<Double> purchases = new ArrayList<>();
            for (double t = draws.exponential() / rate;
                    t < Math.min(death, age + HORIZON);
                    t += draws.exponential() / rate) {
                purchases.add(t);
            }
            lives.add(life(purchases, age, death > age));
        }
        verify(model, lives);
    }

    private static void verify(PurchaseModel model, int k, boolean modified) {
        double r = model.parameters().get("r");
        double alpha = model.parameters().get("alpha");
        double a = model.parameters().get("a");
        double b = model.parameters().get("b");
        List<Life> lives = new ArrayList<>();
        Draws draws = new Draws(SEED);
        for (int i = 0; i < CUSTOMERS; i++) {
            double rate = draws.gamma(r) / alpha;
            double leaving = draws.beta(a, b);
            double age = AGE * draws.uniform();
            List<Double> purchases = new ArrayList<>();
            double left = modified && draws.uniform() < leaving ? 0 : Double.POSITIVE_INFINITY;
            double t = 0;
            while (left == Double.POSITIVE_INFINITY) {
                for (int stage = 0; stage < k; stage++) {
                    t += draws.exponential() / rate;
                }
                if (t >= age + HORIZON) {
                    break;
                }
                purchases.add(t);
                left = draws.uniform() < leaving ? t : left;
            }
            lives.add(life(purchases, age, left > age));
        }
        verify(model, lives);
    }

    private static Life life(List<Double> purchases, double age, boolean alive) {
        int x = 0;
        double last = 0;
        double logs = 0;
        for (double t : purchases) {
            if (t <= age) {
                logs += Math.log(t - last);
                last = t;
                x++;
            }
        }
        return new Life(new PurchaseHistory(x, last, age, logs, 0, 0), purchases.size() - x, alive);
    }

    private static void verify(PurchaseModel model, List<Life> lives) {
        double alive = 0;
        double expected = 0;
        double[] distribution = new double[4];
        double[] counts = new double[4];
        double came = 0;
        double squares = 0;
        double livings = 0;
        for (Life life : lives) {
            alive += model.probabilityAlive(life.history);
            expected += model.expectedPurchases(life.history, HORIZON);
            double[] own = model.purchaseDistribution(life.history, HORIZON, 3);
            for (int n = 0; n < own.length; n++) {
                distribution[n] += own[n];
                counts[n] += life.after == n ? 1 : 0;
            }
            came += life.after;
            squares += (double) life.after * life.after;
            livings += life.aliveAtEnd ? 1 : 0;
        }
        double chance = 4 * Math.sqrt(lives.size()) / 2;
        assertThat(alive).as("alive, seed %d", SEED).isCloseTo(livings, within(chance));
        assertThat(expected).as("purchases, seed %d", SEED).isCloseTo(came, within(4 * Math.sqrt(squares)));
        for (int n = 0; n < counts.length; n++) {
            assertThat(distribution[n]).as("%d purchases, seed %d", n, SEED).isCloseTo(counts[n], within(chance));
        }
        verifyMeanIsThatOfTheDistribution(model, lives.get(5).history);
        verifyFuture(model, lives);
        verifyFit(model, lives);
    }

    private static void verifyMeanIsThatOfTheDistribution(PurchaseModel model, PurchaseHistory history) {
        double[] all = model.purchaseDistribution(history, HORIZON, 3000);
        double mean = 0;
        for (int n = 0; n < all.length; n++) {
            mean += n * all[n];
        }
        assertThat(model.expectedPurchases(history, HORIZON)).isCloseTo(mean, within(1e-7 * Math.max(1, mean)));
    }

    /** The futures that intervals are made of have the mean that the formula says. */
    private static void verifyFuture(PurchaseModel model, List<Life> lives) {
        PurchaseProcess process = Processes.of(model);
        Draws draws = new Draws(SEED + 1);
        for (int i = 0; i < 3; i++) {
            PurchaseHistory history = lives.get(100 + i).history;
            int[] drawn = {0};
            double squares = 0;
            int before = 0;
            for (int n = 0; n < 40_000; n++) {
                process.simulateAlive(history, HORIZON, draws, time -> drawn[0]++);
                squares += Math.pow(drawn[0] - before, 2);
                before = drawn[0];
            }
            double expected = process.expectedIfAlive(history.frequency(), history.recency(), history.age(), HORIZON);
            assertThat((double) drawn[0])
                    .as("futures of %s, seed %d", history, SEED)
                    .isCloseTo(40_000 * expected, within(4 * Math.sqrt(squares) + 1e-9));
        }
    }

    private static void verifyFit(PurchaseModel model, List<Life> lives) {
        ModelFit fit = PurchaseModel.fit(
                model.kind(), lives.stream().map(Life::history).toList(), 0);
        assertThat(fit.converged()).isTrue();
        for (ParameterEstimate estimate : fit.parameters()) {
            double truth = model.parameters().get(estimate.name());
            assertThat(estimate.value())
                    .as("%s, seed %d", estimate, SEED)
                    .isCloseTo(truth, within(4 * estimate.standardError().orElse(0)));
        }
    }
}
