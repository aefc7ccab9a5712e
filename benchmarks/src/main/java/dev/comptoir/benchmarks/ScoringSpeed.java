package dev.comptoir.benchmarks;

import dev.comptoir.value.PurchaseHistory;
import dev.comptoir.value.PurchaseModel;
import dev.comptoir.value.PurchaseScores;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How long probability alive and expected purchases of many customers take on one core.
 *
 * @param seconds of the library
 * @param scalarLimitSeconds of {@link ScalarLoop}
 */
record ScoringSpeed(int customers, double seconds, double scalarLimitSeconds) {
    private static final int ROUNDS = 5;

    /** The histories, over and over, as objects of their own for each customer; the best of some rounds after one to warm up. */
    static ScoringSpeed measure(PurchaseModel model, List<PurchaseHistory> histories, int customers, double horizon) {
        List<PurchaseHistory> many = new ArrayList<>(customers);
        int[] x = new int[customers];
        double[] recency = new double[customers];
        double[] age = new double[customers];
        for (int i = 0; i < customers; i++) {
            PurchaseHistory one = histories.get(i % histories.size());
            many.add(new PurchaseHistory(
                    one.frequency(),
                    one.recency(),
                    one.age(),
                    one.logIntervals(),
                    one.paidPurchases(),
                    one.meanSpend()));
            x[i] = one.frequency();
            recency[i] = one.recency();
            age[i] = one.age();
        }
        ScalarLoop loop = new ScalarLoop(x, recency, age);
        long best = Long.MAX_VALUE;
        long bestLoop = Long.MAX_VALUE;
        double used = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = cpu();
            PurchaseScores scores = model.score(many, horizon);
            long middle = cpu();
            run(loop, model, horizon);
            long end = cpu();
            used += scores.expectedPurchases(round % customers) + loop.expected(round % customers);
            if (round > 0) {
                best = Math.min(best, middle - start);
                bestLoop = Math.min(bestLoop, end - middle);
            }
        }
        if (used < 0) {
            throw new IllegalStateException("A number of purchases is negative.");
        }
        return new ScoringSpeed(customers, best / 1e9, bestLoop / 1e9);
    }

    static void run(ScalarLoop loop, PurchaseModel model, double horizon) {
        switch (model.kind()) {
            case PARETO_NBD -> loop.paretoNbd(model.parameters(), horizon);
            case MBG_NBD, MBG_CNBD_K -> loop.betaGeometric(true, model.parameters(), horizon);
            case BG_NBD, BG_CNBD_K -> loop.betaGeometric(false, model.parameters(), horizon);
        }
    }

    /** Nanoseconds of this thread on a core: the same on a busy machine, unlike the time on the wall. */
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
