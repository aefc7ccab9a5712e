package dev.comptoir.assist.intent;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Trains linear classifiers of sparse rows, one intent against all others. */
final class SparseMargins {
    /*
     * Linear support vector machines with squared hinge loss by coordinate descent in the dual: Hsieh, Chang, Lin, Keerthi,
     * Sundararajan, ICML 2008, algorithm 1 with random orders; without their shrinking. One vector of weights in memory at a time,
     * where quasi-Newton methods would keep a dozen of all intents.
     */
    private static final int EPOCHS = 12;
    private static final double ENOUGH = 0.05;
    private static final double STRENGTH = 1;

    private final SparseRow[] rows;
    private final double[] diagonals;
    private final double[] multipliers;
    private final float[] weights;
    private double bias;

    private SparseMargins(SparseRow[] rows, int features) {
        this.rows = rows;
        this.diagonals = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double squares = 1;
            for (float value : rows[i].values()) {
                squares += value * value;
            }
            diagonals[i] = squares + 1 / (2 * STRENGTH);
        }
        this.multipliers = new double[rows.length];
        this.weights = new float[features];
    }

    /** Weights feature by feature, biases one an intent: margins, about 1 inside and -1 outside. */
    static LinearScores fit(SparseRow[] rows, int[] labels, int features, int classes, long seed) {
        SparseMargins problem = new SparseMargins(rows, features);
        float[] weights = new float[features * classes];
        float[] biases = new float[classes];
        for (int k = 0; k < classes; k++) {
            problem.solve(labels, k, new SplittableRandom(seed + k));
            for (int f = 0; f < features; f++) {
                weights[f * classes + k] = problem.weights[f];
            }
            biases[k] = (float) problem.bias;
        }
        return new LinearScores(weights, biases);
    }

    private void solve(int[] labels, int label, SplittableRandom random) {
        Arrays.fill(multipliers, 0);
        Arrays.fill(weights, 0);
        bias = 0;
        int[] order = new int[rows.length];
        Arrays.setAll(order, i -> i);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            double largest = 0;
            for (int i : order) {
                largest = Math.max(largest, step(i, labels[i] == label ? 1 : -1));
            }
            if (largest < ENOUGH) {
                return;
            }
        }
    }

    private double step(int row, int sign) {
        int[] features = rows[row].features();
        float[] values = rows[row].values();
        double margin = bias;
        for (int i = 0; i < features.length; i++) {
            margin += values[i] * weights[features[i]];
        }
        double before = multipliers[row];
        double slope = sign * margin - 1 + before / (2 * STRENGTH);
        double projected = before == 0 ? Math.min(slope, 0) : slope;
        if (projected == 0) {
            return 0;
        }
        multipliers[row] = Math.max(before - slope / diagonals[row], 0);
        double move = (multipliers[row] - before) * sign;
        float factor = (float) move;
        for (int i = 0; i < features.length; i++) {
            weights[features[i]] += factor * values[i];
        }
        bias += move;
        return Math.abs(projected);
    }
}
