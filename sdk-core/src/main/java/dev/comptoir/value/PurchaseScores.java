package dev.comptoir.value;

import java.util.List;

/** Probability alive and expected purchases of many customers, in their order. Immutable. */
public final class PurchaseScores {
    private final double[] alive;
    private final double[] expected;

    private PurchaseScores(double[] alive, double[] expected) {
        this.alive = alive;
        this.expected = expected;
    }

    static PurchaseScores of(PurchaseProcess process, List<PurchaseHistory> histories, double horizon) {
        double[] alive = new double[histories.size()];
        double[] expected = new double[alive.length];
        int i = 0;
        for (PurchaseHistory history : histories) {
            alive[i] = process.probabilityAlive(history.frequency(), history.recency(), history.age());
            expected[i] = alive[i] == 0 || horizon <= 0
                    ? 0
                    : alive[i]
                            * process.expectedIfAlive(history.frequency(), history.recency(), history.age(), horizon);
            i++;
        }
        return new PurchaseScores(alive, expected);
    }

    public int size() {
        return alive.length;
    }

    /** From 0 to 1. */
    public double probabilityAlive(int customer) {
        return alive[customer];
    }

    /** Within the horizon; not negative. */
    public double expectedPurchases(int customer) {
        return expected[customer];
    }
}
