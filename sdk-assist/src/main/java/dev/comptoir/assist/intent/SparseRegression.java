package dev.comptoir.assist.intent;

import java.util.SplittableRandom;

/** Trains a linear classifier of sparse rows of length 1. */
final class SparseRegression {
    /*
     * Multinomial logistic regression by stochastic dual coordinate ascent (Shalev-Shwartz & Zhang, JMLR 2013, their fixed step for
     * smooth losses; that of the softmax is 1/2-smooth). Weights are always strength * sum over rows of row x (label - dual), where each row's dual is a distribution
     * that moves towards the softmax of its scores: at the optimum they are equal. Quasi-Newton methods would keep a dozen copies of
     * weights for ten thousands of terms; here there is one. The bias is a term that every row has, and is drawn to 0 as all
     * weights are.
     */
    private static final double STRENGTH = 10;
    private static final double BIAS = 0.5;
    private static final double STEP = 2 / (2 + STRENGTH * (1 + BIAS * BIAS));
    private static final int PASSES = 30;
    private static final int PASSES_OF_MANY = 15;
    private static final int MANY = 3_000;

    private SparseRegression() {}

    static LinearScores fit(SparseRow[] rows, int[] labels, int features, int classes, long seed) {
        float[] weights = new float[features * classes];
        double[] biases = new double[classes];
        float[][] duals = new float[rows.length][classes];
        int[] order = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            duals[i][labels[i]] = 1;
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int pass = 0; pass < (rows.length > MANY ? PASSES_OF_MANY : PASSES); pass++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (int i : order) {
                step(rows[i], duals[i], weights, biases);
            }
        }
        float[] rounded = new float[classes];
        for (int k = 0; k < classes; k++) {
            rounded[k] = (float) biases[k];
        }
        return new LinearScores(weights, rounded);
    }

    private static void step(SparseRow row, float[] dual, float[] weights, double[] biases) {
        int classes = dual.length;
        float[] scores = new float[classes];
        for (int k = 0; k < classes; k++) {
            scores[k] = (float) biases[k];
        }
        score(row, weights, scores);
        double[] logs = ViewScores.logSoftmax(scores);
        for (int k = 0; k < classes; k++) {
            double move = STEP * (StrictMath.exp(logs[k]) - dual[k]);
            dual[k] += (float) move;
            scores[k] = (float) (-STRENGTH * move);
            biases[k] -= STRENGTH * move * BIAS * BIAS;
        }
        for (int i = 0; i < row.features().length; i++) {
            int at = row.features()[i] * classes;
            float value = row.values()[i];
            for (int k = 0; k < classes; k++) {
                weights[at + k] += value * scores[k];
            }
        }
    }

    /** Adds the weights of a row's terms to scores. */
    static void score(SparseRow row, float[] weights, float[] scores) {
        int classes = scores.length;
        for (int i = 0; i < row.features().length; i++) {
            int at = row.features()[i] * classes;
            float value = row.values()[i];
            for (int k = 0; k < classes; k++) {
                scores[k] += value * weights[at + k];
            }
        }
    }
}
