package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.Map;

/** How the amounts of customers are estimated. Immutable. */
interface SpendEstimator {
    double expectedSpend(PurchaseHistory history);

    /** One possible mean amount of the customer, by the i-th of {@link LifetimeValue#DRAWS} possible parameters. */
    double drawMean(int i, PurchaseHistory history, Draws draws);

    /** One possible amount of a purchase, where this is the customer's mean. */
    double drawAmount(int i, double mean, Draws draws);

    String name();

    Map<String, Double> parameters();
}
