package dev.comptoir.recommend.evaluate;

import java.util.Set;

/** Metrics of one ranked list, each named by its variant. Stateless. */
final class Metrics {
    private Metrics() {}

    /** Hits among the first k, divided by min(k, targets): 1 is always within reach. */
    static double truncatedRecall(int[] ranked, Set<Integer> target, int k) {
        int hits = 0;
        for (int rank = 0; rank < Math.min(k, ranked.length); rank++) {
            hits += target.contains(ranked[rank]) ? 1 : 0;
        }
        return (double) hits / Math.min(k, target.size());
    }

    /** Gain 1/log2(rank + 1) of hits among the first k, divided by that of min(k, targets) hits at the top. */
    static double truncatedNdcg(int[] ranked, Set<Integer> target, int k) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(k, ranked.length); rank++) {
            gain += target.contains(ranked[rank]) ? discount(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(k, target.size()); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    /** The weight of a place, 0 being the first. */
    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }
}
