package dev.comptoir.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The closed forms against the definitions: densities of one customer, integrated over the customers. */
class NaiveLikelihoodTest {
    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    @Test
    void betaGeometricModels() {
        for (int trial = 0; trial < 40; trial++) {
            int k = 1 + trial % 4;
            boolean modified = trial % 2 == 0;
            double r = parameter();
            double alpha = 5 * parameter();
            double a = parameter();
            double b = 1 + parameter();
            double[] days = days();
            PurchaseHistory history = history(days);
            int x = history.frequency();
            int chances = x + (modified ? 1 : 0);

            // Erlang-k intervals, the last one unfinished; p integrated with its Beta density.
            double alive = overGamma(
                            r,
                            alpha,
                            rate -> intervals(days, k, rate) * erlangSurvival(k, rate, history.timeSinceLastPurchase()))
                    * overBeta(a, b, p -> Math.pow(1 - p, chances));
            double gone = chances == 0
                    ? 0
                    : overGamma(r, alpha, rate -> intervals(days, k, rate))
                            * overBeta(a, b, p -> p * Math.pow(1 - p, chances - 1));

            PurchaseModel model = k == 1
                    ? modified ? new MbgNbd(r, alpha, a, b) : new BgNbd(r, alpha, a, b)
                    : modified ? new MbgCnbdK(k, r, alpha, a, b) : new BgCnbdK(k, r, alpha, a, b);
            verify(model, history, alive, gone);
        }
    }

    @Test
    void paretoNbd() {
        for (int trial = 0; trial < 40; trial++) {
            double r = parameter();
            double alpha = 5 * parameter();
            double s = parameter();
            double beta = trial % 5 == 0 ? alpha : 5 * parameter();
            double[] days = days();
            PurchaseHistory history = history(days);
            int x = history.frequency();

            double alive = overGamma(r, alpha, rate -> Math.pow(rate, x) * Math.exp(-rate * history.age()))
                    * overGamma(s, beta, rate -> Math.exp(-rate * history.age()));
            // Gone at any moment u since the last purchase; both rates integrate in closed form for a given u.
            double gone = integral(
                    history.recency(),
                    history.age(),
                    u -> gammaMoment(r, alpha, x, u) * s * Math.pow(beta / (beta + u), s) / (beta + u));

            verify(new ParetoNbd(r, alpha, s, beta), history, alive, gone);
        }
    }

    @Test
    void allSequencesOfTheDiscreteModelAddUpToOne() {
        BgBb model = new BgBb(1.204, 0.750, 0.657, 2.783);
        double all = 0;
        double alive = 0;
        double next = 0;
        for (int sequence = 0; sequence < 1 << 6; sequence++) {
            int x = Integer.bitCount(sequence);
            int last = sequence == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(sequence);
            OpportunityHistory history = new OpportunityHistory(x, last, 6);
            double probability = Math.exp(model.logLikelihood(history));
            all += probability;
            alive += probability * model.probabilityAlive(history);
            next += probability * model.expectedPurchases(history, 3);
        }
        assertThat(all).isCloseTo(1, within(1e-12));
        // Over all histories: there at the 7th opportunity, and the purchases at the 7th to 9th.
        assertThat(alive).isCloseTo(overBeta(0.657, 2.783, q -> Math.pow(1 - q, 7)), within(1e-8));
        double there = overBeta(0.657, 2.783, q -> Math.pow(1 - q, 7) + Math.pow(1 - q, 8) + Math.pow(1 - q, 9));
        assertThat(next).isCloseTo(1.204 / 1.954 * there, within(1e-8));
    }

    @Test
    void theSpendLikelihoodIsTheMixtureOfGammas() {
        GammaGamma model = new GammaGamma(2.3, 3.1, 12);
        PurchaseHistory history = PurchaseHistory.of(4, 10, 12, 8.5);
        double norm = logGamma(9.2);
        // The mean of 4 Gamma(2.3, u) amounts is Gamma(9.2, 4u).
        double density =
                overGamma(3.1, 12, u -> Math.exp(9.2 * Math.log(4 * u) + 8.2 * Math.log(8.5) - 4 * u * 8.5 - norm));
        assertThat(model.logLikelihood(history)).isCloseTo(Math.log(density), within(1e-7));
        double mean = overGamma(
                3.1, 12, u -> 2.3 / u * Math.exp(9.2 * Math.log(4 * u) + 8.2 * Math.log(8.5) - 4 * u * 8.5 - norm));
        assertThat(model.expectedSpend(history)).isCloseTo(mean / density, within(1e-6));
    }

    private static void verify(PurchaseModel model, PurchaseHistory history, double alive, double gone) {
        assertThat(model.logLikelihood(history))
                .as("seed %d: %s %s", SEED, model, history)
                .isCloseTo(Math.log(alive + gone), within(1e-6));
        assertThat(model.probabilityAlive(history))
                .as("seed %d: %s %s", SEED, model, history)
                .isCloseTo(alive / (alive + gone), within(1e-6));
    }

    private double parameter() {
        return Math.exp(0.7 * random.nextGaussian());
    }

    /** The times of 1 to 7 purchases from 0 on, and the end. */
    private double[] days() {
        double[] days = new double[2 + random.nextInt(7)];
        for (int i = 1; i < days.length; i++) {
            days[i] = days[i - 1] + (1 + random.nextInt(30)) / 7.0;
        }
        return days;
    }

    private static PurchaseHistory history(double[] days) {
        double logs = 0;
        for (int i = 1; i < days.length - 1; i++) {
            logs += Math.log(days[i] - days[i - 1]);
        }
        return new PurchaseHistory(days.length - 2, days[days.length - 2], days[days.length - 1], logs, 0, 0);
    }

    private static double intervals(double[] days, int k, double rate) {
        double density = 1;
        for (int i = 1; i < days.length - 1; i++) {
            double interval = days[i] - days[i - 1];
            density *= rate * Math.pow(rate * interval, k - 1) * Math.exp(-rate * interval) / factorial(k - 1);
        }
        return density;
    }

    private static double erlangSurvival(int k, double rate, double time) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += Math.pow(rate * time, j) / factorial(j);
        }
        return sum * Math.exp(-rate * time);
    }

    private static double gammaMoment(double shape, double rate, int x, double time) {
        double product = 1;
        for (int i = 0; i < x; i++) {
            product *= (shape + i) / (rate + time);
        }
        return product * Math.pow(rate / (rate + time), shape);
    }

    /** The mean of a function of a Gamma-distributed number, on a logarithmic scale. */
    private static double overGamma(double shape, double rate, DoubleUnaryOperator function) {
        double norm = logGamma(shape);
        return integral(-60 / Math.min(1, shape), 12, y -> {
            double value = Math.exp(y) / rate;
            return Math.exp(shape * y - Math.exp(y) - norm) * function.applyAsDouble(value);
        });
    }

    /** The mean of a function of a Beta-distributed number, on the logistic scale. */
    private static double overBeta(double a, double b, DoubleUnaryOperator function) {
        DoubleUnaryOperator weight = y -> Math.exp(-a * Math.log1p(Math.exp(-y)) - b * Math.log1p(Math.exp(y)));
        double from = -60 / Math.min(1, a);
        double to = 60 / Math.min(1, b);
        return integral(from, to, y -> weight.applyAsDouble(y) * function.applyAsDouble(1 / (1 + Math.exp(-y))))
                / integral(from, to, weight);
    }

    private static double integral(double from, double to, DoubleUnaryOperator function) {
        int steps = 20_000;
        double width = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += function.applyAsDouble(from + (i + 0.5) * width);
        }
        return sum * width;
    }

    /** ln Γ by its definition as an integral on the logarithmic scale. */
    private static double logGamma(double x) {
        return Math.log(integral(-60 / Math.min(1, x), 12, y -> Math.exp(x * y - Math.exp(y))));
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
