package dev.comptoir.assist.intent;

import java.util.Arrays;

/** Trains a linear classifier of dense rows. */
final class SoftmaxRegression {
    /*
     * Multinomial logistic regression: minimise strength * sum(-log p) + |W|^2 / 2, the biases free, by L-BFGS. Weights lie
     * feature by feature (feature * classes + class), so that scoring a row is four fused axpys over contiguous classes and the
     * gradient the same over rows; neither reorders a sum, so results do not depend on the machine. Products are float, what is
     * summed over many rows is double. StrictMath: the same bits on every platform.
     */
    private static final int BLOCK = 128;

    private final float[] rows;
    private final int[] labels;
    private final int dimension;
    private final int classes;
    private final double strength;
    private final float[] weights;
    private final float[] partial;
    private final float[] residuals;

    private SoftmaxRegression(float[] rows, int[] labels, int dimension, int classes, double strength) {
        this.rows = rows;
        this.labels = labels;
        this.dimension = dimension;
        this.classes = classes;
        this.strength = strength;
        this.weights = new float[dimension * classes];
        this.partial = new float[dimension * classes];
        this.residuals = new float[BLOCK * classes];
    }

    /**
     * The trained classifier.
     *
     * @param rows one after another, each of the dimension
     * @param labels of each row, 0 to classes - 1
     * @param strength how much the data counts against the penalty, for rows of length 1
     */
    static LinearScores fit(
            float[] rows, int[] labels, int dimension, int classes, double strength, int iterations, double tolerance) {
        double[] point = new double[dimension * classes + classes];
        SoftmaxRegression problem = new SoftmaxRegression(rows, labels, dimension, classes, strength);
        Lbfgs.minimise(problem::loss, point, iterations, tolerance);
        float[] weights = new float[dimension * classes];
        float[] biases = new float[classes];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) point[i];
        }
        for (int k = 0; k < classes; k++) {
            biases[k] = (float) point[weights.length + k];
        }
        return new LinearScores(weights, biases);
    }

    private double loss(double[] point, double[] gradient) {
        int size = weights.length;
        double loss = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = (float) point[i];
            gradient[i] = point[i];
            loss += point[i] * point[i] / 2;
        }
        Arrays.fill(gradient, size, gradient.length, 0);
        float[] biases = new float[classes];
        for (int k = 0; k < classes; k++) {
            biases[k] = (float) point[size + k];
        }
        for (int from = 0; from < labels.length; from += BLOCK) {
            int to = Math.min(labels.length, from + BLOCK);
            loss += strength * forward(from, to, biases, gradient);
            backward(from, to);
            for (int i = 0; i < size; i++) {
                gradient[i] += strength * partial[i];
            }
        }
        return loss;
    }

    private double forward(int from, int to, float[] biases, double[] gradient) {
        double loss = 0;
        float[] scores = new float[classes];
        double[] exponentials = new double[classes];
        for (int row = from; row < to; row++) {
            LinearScores.score(rows, row * dimension, dimension, weights, biases, scores);
            float highest = Float.NEGATIVE_INFINITY;
            for (float score : scores) {
                highest = Math.max(highest, score);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                exponentials[k] = StrictMath.exp(scores[k] - highest);
                sum += exponentials[k];
            }
            int label = labels[row];
            loss += StrictMath.log(sum) + highest - scores[label];
            int at = (row - from) * classes;
            for (int k = 0; k < classes; k++) {
                double residual = exponentials[k] / sum - (k == label ? 1 : 0);
                residuals[at + k] = (float) residual;
                gradient[weights.length + k] += strength * residual;
            }
        }
        return loss;
    }

    private void backward(int from, int to) {
        Arrays.fill(partial, 0);
        int row = from;
        for (; row + 4 <= to; row += 4) {
            int r = (row - from) * classes;
            int x = row * dimension;
            for (int feature = 0; feature < dimension; feature++) {
                axpy4(
                        residuals,
                        r,
                        classes,
                        rows[x + feature],
                        rows[x + dimension + feature],
                        rows[x + 2 * dimension + feature],
                        rows[x + 3 * dimension + feature],
                        partial,
                        feature * classes);
            }
        }
        for (; row < to; row++) {
            int r = (row - from) * classes;
            for (int feature = 0; feature < dimension; feature++) {
                float value = rows[row * dimension + feature];
                int at = feature * classes;
                for (int k = 0; k < classes; k++) {
                    partial[at + k] += value * residuals[r + k];
                }
            }
        }
    }

    private static void axpy4(
            float[] from, int at, int stride, float a, float b, float c, float d, float[] to, int place) {
        for (int k = 0; k < stride; k++) {
            to[place + k] += a * from[at + k]
                    + b * from[at + stride + k]
                    + c * from[at + 2 * stride + k]
                    + d * from[at + 3 * stride + k];
        }
    }
}
