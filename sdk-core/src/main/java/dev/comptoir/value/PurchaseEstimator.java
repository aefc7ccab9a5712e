package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** How the purchases of customers are estimated. Immutable. */
interface PurchaseEstimator {
    double probabilityAlive(PurchaseHistory history);

    double expectedPurchases(PurchaseHistory history, double horizon);

    /** Uncertain in its parameters: the i-th of {@link LifetimeValue#DRAWS} possible ones. */
    PurchaseEstimator drawn(int i, PurchaseHistory history, Draws draws);

    /** One future of a customer who is alive, as the times of its purchases. */
    void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases);

    String name();

    /** What an estimate for this customer is computed from, beside the history. */
    Map<String, Double> parameters(PurchaseHistory history);
}
