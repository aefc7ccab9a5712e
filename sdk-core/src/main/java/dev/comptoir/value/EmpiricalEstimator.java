package dev.comptoir.value;

import dev.comptoir.value.internal.Draws;
import java.util.Collection;
import java.util.Map;
import java.util.function.DoubleConsumer;

/*
 * What can be said below the data gate. Alive: the share of the shop's customers whose mean interval is at least as long as
 * this customer has been silent, by Laplace's rule of succession. Purchases: the customer's own rate, drawn towards the shop's
 * by one purchase. With nothing known at all these are 1/2 and half a purchase a week, with intervals that say so.
 */
final class EmpiricalEstimator implements PurchaseEstimator {
    private final double[] intervals;
    private final double meanRate;

    EmpiricalEstimator(Collection<PurchaseHistory> histories) {
        // Sorted before they are added up: a sum must not depend on the order in which customers come.
        double[] ages =
                histories.stream().mapToDouble(PurchaseHistory::age).sorted().toArray();
        long purchases =
                histories.stream().mapToLong(PurchaseHistory::frequency).sum();
        double weeks = 0;
        for (double age : ages) {
            weeks += age;
        }
        intervals = histories.stream()
                .filter(history -> history.frequency() > 0)
                .mapToDouble(history -> history.recency() / history.frequency())
                .sorted()
                .toArray();
        meanRate = (purchases + 0.5) / (weeks + 1);
    }

    private int intervalsAtLeast(double weeks) {
        int shorter = 0;
        while (shorter < intervals.length && intervals[shorter] < weeks) {
            shorter++;
        }
        return intervals.length - shorter;
    }

    private double rate(PurchaseHistory history) {
        return (history.frequency() + 1) / (history.age() + 1 / meanRate);
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return (1.0 + intervalsAtLeast(history.timeSinceLastPurchase())) / (2.0 + intervals.length);
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double horizon) {
        return probabilityAlive(history) * rate(history) * horizon;
    }

    @Override
    public PurchaseEstimator drawn(int i, PurchaseHistory history, Draws draws) {
        int longer = intervalsAtLeast(history.timeSinceLastPurchase());
        double alive = draws.beta(1.0 + longer, 1.0 + intervals.length - longer);
        double rate = draws.gamma(history.frequency() + 1.0) / (history.age() + 1 / meanRate);
        return new Drawn(alive, rate);
    }

    @Override
    public void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases) {
        simulate(rate(history), horizon, draws, purchases);
    }

    private static void simulate(double rate, double horizon, Draws draws, DoubleConsumer purchases) {
        double time = 0;
        for (int i = 0; i < PurchaseProcess.MAX_SIMULATED; i++) {
            time += draws.exponential() / rate;
            if (!(time <= horizon)) {
                return;
            }
            purchases.accept(time);
        }
    }

    @Override
    public String name() {
        return ValueEvidence.EMPIRICAL;
    }

    @Override
    public Map<String, Double> parameters(PurchaseHistory history) {
        return Parameters.of(
                "intervals",
                intervals.length,
                "intervalsAtLeast",
                intervalsAtLeast(history.timeSinceLastPurchase()),
                "meanRate",
                meanRate);
    }

    /** One possibility for one customer. */
    private record Drawn(double alive, double rate) implements PurchaseEstimator {
        @Override
        public double probabilityAlive(PurchaseHistory history) {
            return alive;
        }

        @Override
        public double expectedPurchases(PurchaseHistory history, double horizon) {
            return alive * rate * horizon;
        }

        @Override
        public PurchaseEstimator drawn(int i, PurchaseHistory history, Draws draws) {
            return this;
        }

        @Override
        public void simulateAlive(PurchaseHistory history, double horizon, Draws draws, DoubleConsumer purchases) {
            simulate(rate, horizon, draws, purchases);
        }

        @Override
        public String name() {
            return ValueEvidence.EMPIRICAL;
        }

        @Override
        public Map<String, Double> parameters(PurchaseHistory history) {
            return Map.of();
        }
    }
}
