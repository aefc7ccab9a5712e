package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.Task;
import java.util.Arrays;

/**
 * What a choice makes as large as it can: the mean of the two leading metrics of a task, one of hits and one of places.
 * Immutable.
 */
final class Objective {
    /*
     * Between blends that differ little the metrics at k barely move: a target either is among the first k or it is not. The
     * depth term, the same discounted gain over the first DEPTH places, sees a target come nearer. It settles what the
     * metrics leave open, when weights are fitted; it is in no figure reported.
     */
    static final int DEPTH = 100;
    private static final double[] DISCOUNT = new double[DEPTH];
    private static final double[] IDEAL = new double[DEPTH + 1];

    static {
        for (int place = 0; place < DEPTH; place++) {
            DISCOUNT[place] = Math.log(2) / Math.log(place + 2);
            IDEAL[place + 1] = IDEAL[place] + DISCOUNT[place];
        }
    }

    private final Task task;

    private Objective(Task task) {
        this.task = task;
    }

    static Objective of(Task task) {
        return new Objective(task);
    }

    /** In words, naming metrics as an evaluation does. */
    String name() {
        return switch (task) {
            case REST_OF_SET -> "mean of NDCG@100 and Recall@20";
            case NEXT_BASKET -> "mean of Recall@10 and NDCGfull@10";
            case NEXT_ITEM -> "mean of HR@20 and MRR@20";
        };
    }

    /** How many items of a list may matter for a blend. */
    int listLength() {
        return task == Task.REST_OF_SET ? 300 : 120;
    }

    /**
     * The value of one question: 0 to 1.
     *
     * @param places of the targets found, from 0, in any order
     * @param found how many of them there are
     * @param targets how many there are to find
     */
    double value(int[] places, int found, int targets) {
        return switch (task) {
            case REST_OF_SET ->
                (gain(places, found, 100) / ideal(Math.min(100, targets))
                                + (double) hits(places, found, 20) / Math.min(20, targets))
                        / 2;
            case NEXT_BASKET ->
                ((double) hits(places, found, 10) / targets + gain(places, found, 10) / ideal(targets)) / 2;
            case NEXT_ITEM -> {
                int first = DEPTH;
                for (int k = 0; k < found; k++) {
                    first = Math.min(first, places[k]);
                }
                yield first < 20 ? (1 + 1.0 / (first + 1)) / 2 : 0;
            }
        };
    }

    /** How near the targets are: 0 to 1. */
    double depth(int[] places, int found, int targets) {
        return gain(places, found, DEPTH) / ideal(Math.min(DEPTH, targets));
    }

    private static int hits(int[] places, int found, int k) {
        int hits = 0;
        for (int t = 0; t < found; t++) {
            hits += places[t] < k ? 1 : 0;
        }
        return hits;
    }

    private static double gain(int[] places, int found, int k) {
        // Small first: the sum must not depend on the order in which targets come.
        int[] sorted = Arrays.copyOf(places, found);
        Arrays.sort(sorted);
        double gain = 0;
        for (int t = 0; t < found && sorted[t] < k; t++) {
            gain += DISCOUNT[sorted[t]];
        }
        return gain;
    }

    private static double ideal(int targets) {
        if (targets <= DEPTH) {
            return IDEAL[targets];
        }
        double sum = IDEAL[DEPTH];
        for (int place = DEPTH; place < targets; place++) {
            sum += Math.log(2) / Math.log(place + 2);
        }
        return sum;
    }
}
