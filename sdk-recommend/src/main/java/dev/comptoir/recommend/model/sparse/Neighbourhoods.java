package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ease.Objective;
import java.util.Arrays;

/** Solves for the weights of each item on its neighbourhood, one item after the other. Used once. */
final class Neighbourhoods {
    private static final int ITEMS_PER_TILE = 64;

    private final CoOccurrence meetings;
    private final Objective objective;
    private final int neighbors;
    private final double threshold;
    private final int[][] sources;
    private final float[][] weights;

    Neighbourhoods(CoOccurrence meetings, Objective objective, int neighbors, double threshold) {
        this.meetings = meetings;
        this.objective = objective;
        this.neighbors = Math.min(neighbors, Math.max(0, meetings.items() - 1));
        this.threshold = threshold;
        this.sources = new int[meetings.items()][];
        this.weights = new float[meetings.items()][];
    }

    SparseWeights solve(Tiles tiles) {
        int items = meetings.items();
        tiles.run((items + ITEMS_PER_TILE - 1) / ITEMS_PER_TILE, tile -> {
            Scratch scratch = new Scratch();
            int first = tile * ITEMS_PER_TILE;
            for (int item = first; item < Math.min(items, first + ITEMS_PER_TILE); item++) {
                solve(item, scratch);
            }
        });
        int[] counts = new int[items];
        Arrays.setAll(counts, meetings::count);
        return SparseWeights.ofTargets(objective, counts, sources, weights);
    }

    /** What one thread needs. */
    private final class Scratch {
        final int[] counts = new int[meetings.items()];
        final int[] touched = new int[meetings.items()];
        final Largest largest = new Largest(neighbors);
        final RidgeSolver solver = new RidgeSolver(neighbors);
        final long[] marks = new long[meetings.words()];
    }

    private void solve(int item, Scratch scratch) {
        int touched = meetings.countAll(item, scratch.counts, scratch.touched);
        int[] chosen = choose(item, scratch, touched);
        double[] right = scratch.solver.vector();
        for (int k = 0; k < chosen.length; k++) {
            right[k] = scratch.counts[chosen[k]];
        }
        for (int k = 0; k < touched; k++) {
            scratch.counts[scratch.touched[k]] = 0;
        }
        double[][] matrix = scratch.solver.matrix();
        meetings.countPairs(chosen, chosen.length, matrix, scratch.marks);
        for (int k = 0; k < chosen.length; k++) {
            matrix[k][k] += objective.diagonal(meetings.count(chosen[k]));
        }
        scratch.solver.solve(chosen.length);
        float[] solution = new float[chosen.length];
        for (int k = 0; k < solution.length; k++) {
            solution[k] = (float) right[k];
        }
        sources[item] = chosen;
        weights[item] = solution;
    }

    /** The nearest items, ascending by index. */
    private int[] choose(int item, Scratch scratch, int touched) {
        double own = objective.regularization() + meetings.count(item);
        Largest largest = scratch.largest;
        largest.clear();
        for (int k = 0; k < touched; k++) {
            int other = scratch.touched[k];
            double nearness =
                    scratch.counts[other] / Math.sqrt(own * (objective.regularization() + meetings.count(other)));
            if (other != item && nearness >= threshold) {
                largest.offer(other, (float) nearness);
            }
        }
        return largest.ascending();
    }
}
