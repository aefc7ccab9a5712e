package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.function.DoubleConsumer;

/** The mathematics of one purchase model with its parameters. Immutable. */
interface PurchaseProcess {
    /** ln of the likelihood of a history, per unit of time to the power of the frequency. */
    double logLikelihood(PurchaseHistory history);

    double probabilityAlive(int x, double recency, double age);

    /** The mean number of purchases in (T, T + t], t above 0, of a customer who is alive at T. */
    double expectedIfAlive(int x, double recency, double age, double horizon);

    /** The mean number of purchases in (T, T + t]. */
    default double expectedPurchases(int x, double recency, double age, double horizon) {
        double alive = probabilityAlive(x, recency, age);
        return alive == 0 || horizon <= 0 ? 0 : alive * expectedIfAlive(x, recency, age, horizon);
    }

    /** The probabilities of 0, 1, ... purchases in (T, T + t]; those beyond the array are not in it. */
    double[] distribution(PurchaseHistory history, double horizon, int max);

    /** Draws one future of a customer who is alive, and hands over the times of its purchases, counted from T. */
    void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases);

    /** One future never has more purchases than this. */
    int MAX_SIMULATED = 10_000;
}
