package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Objective;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Solves for the weights of each item on its neighbourhood, one item after the other. Used once. */
final class Neighbourhoods {
    private static final int ITEMS_PER_TILE = 64;

    private final CoOccurrence meetings;
    private final Objective objective;
    private final int neighbors;
    private final double threshold;
    private final double[] scale;
    private final int[][] sources;
    private final float[][] weights;

    Neighbourhoods(CoOccurrence meetings, Objective objective, int neighbors, double threshold) {
        this.meetings = meetings;
        this.objective = objective;
        this.neighbors = Math.min(neighbors, Math.max(0, meetings.items() - 1));
        this.threshold = threshold;
        this.scale = new double[meetings.items()];
        Arrays.setAll(scale, rank -> 1 / Math.sqrt(objective.regularization() + meetings.count(rank)));
        this.sources = new int[meetings.items()][];
        this.weights = new float[meetings.items()][];
    }

    SparseWeights solve(Tiles tiles) {
        int items = meetings.items();
        Queue<Scratch> unused = new ConcurrentLinkedQueue<>();
        int count = (items + ITEMS_PER_TILE - 1) / ITEMS_PER_TILE;
        tiles.run(count, tile -> {
            Scratch pooled = unused.poll();
            Scratch scratch = pooled == null ? new Scratch() : pooled;
            int last = Math.min(items, (tile + 1) * ITEMS_PER_TILE);
            for (int rank = tile * ITEMS_PER_TILE; rank < last; rank++) {
                solve(rank, scratch);
            }
            unused.add(scratch);
        });
        int[] counts = new int[items];
        Arrays.setAll(counts, item -> meetings.count(meetings.rank(item)));
        return SparseWeights.ofTargets(objective, counts, sources, weights);
    }

    /** What one thread needs. */
    private final class Scratch {
        final int[] counts = new int[meetings.items()];
        final int[] tail = new int[meetings.items()];
        final Largest largest = new Largest(neighbors);
        final RidgeSolver solver = new RidgeSolver(neighbors);
        final long[] marks = new long[meetings.words()];
    }

    private void solve(int rank, Scratch scratch) {
        int tail = meetings.countAll(rank, scratch.counts, scratch.tail);
        int[] chosen = choose(rank, scratch, tail);
        double[] right = scratch.solver.vector();
        for (int k = 0; k < chosen.length; k++) {
            right[k] = scratch.counts[chosen[k]];
        }
        Arrays.fill(scratch.counts, 0, meetings.headItems(), 0);
        for (int k = 0; k < tail; k++) {
            scratch.counts[scratch.tail[k]] = 0;
        }
        double[][] matrix = scratch.solver.matrix();
        meetings.countPairs(chosen, matrix, scratch.marks);
        for (int k = 0; k < chosen.length; k++) {
            matrix[k][k] += objective.diagonal(meetings.count(chosen[k]));
        }
        scratch.solver.solve(chosen.length);
        int item = meetings.item(rank);
        sources[item] = new int[chosen.length];
        weights[item] = new float[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            sources[item][k] = meetings.item(chosen[k]);
            weights[item][k] = (float) right[k];
        }
    }

    /** The nearest items, ascending by rank. */
    private int[] choose(int rank, Scratch scratch, int tail) {
        scratch.largest.clear();
        for (int other = 0; other < meetings.headItems(); other++) {
            if (scratch.counts[other] > 0) {
                offer(rank, other, scratch);
            }
        }
        for (int k = 0; k < tail; k++) {
            offer(rank, scratch.tail[k], scratch);
        }
        return scratch.largest.ascending();
    }

    private void offer(int rank, int other, Scratch scratch) {
        double nearness = scratch.counts[other] * scale[rank] * scale[other];
        if (other != rank && nearness >= threshold) {
            scratch.largest.offer(other, (float) nearness);
        }
    }
}
