package dev.comptoir.assist.certify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A score fitted to the merchant's own reviewed replies: the probability that a reply is right, from its features. Immutable.
 * To be certified on other replies than those it was fitted to.
 */
public final class ScoreModel {
    /*
     * Logistic regression on standardised features, objective sum(NLL) + ||w||^2 / 2 without the bias, by Newton's method
     * with halved steps. A score, not a promise: only its order matters to the certificate.
     */
    private static final int MAX_STEPS = 100;
    private static final int MAX_FEATURES = 64;

    private final double[] weights;

    private ScoreModel(double[] weights) {
        this.weights = weights;
    }

    /**
     * Fits a model.
     *
     * @param features one row of finite numbers for each reply, all of one length
     * @param correct whether each reply was right
     * @throws IllegalArgumentException where there is no reply, or lengths differ
     */
    public static ScoreModel fit(List<double[]> features, boolean[] correct) {
        if (features.isEmpty() || features.size() != correct.length) {
            throw new IllegalArgumentException(
                    features.size() + " rows of features and " + correct.length + " judgements do not fit together.");
        }
        int d = features.get(0).length;
        for (double[] row : features) {
            check(row, d);
        }
        double[] mean = new double[d];
        double[] deviation = new double[d];
        for (int j = 0; j < d; j++) {
            int column = j;
            mean[j] =
                    features.stream().mapToDouble(row -> row[column]).average().orElse(0);
            double center = mean[j];
            double variance = features.stream()
                    .mapToDouble(row -> (row[column] - center) * (row[column] - center))
                    .average()
                    .orElse(0);
            deviation[j] = variance > 1e-18 ? Math.sqrt(variance) : 0;
        }
        double[][] rows = new double[features.size()][d + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = deviation[j] == 0 ? 0 : (features.get(i)[j] - mean[j]) / deviation[j];
            }
            rows[i][d] = 1;
        }
        double[] standard = newton(rows, correct);
        double[] weights = new double[d + 1];
        weights[d] = standard[d];
        for (int j = 0; j < d; j++) {
            weights[j] = deviation[j] == 0 ? 0 : standard[j] / deviation[j];
            weights[d] -= weights[j] * mean[j];
        }
        return new ScoreModel(weights);
    }

    private static void check(double[] row, int length) {
        if (row.length != length || length > MAX_FEATURES) {
            throw new IllegalArgumentException("A reply has " + row.length + " features where others have " + length
                    + "; at most " + MAX_FEATURES + " are allowed.");
        }
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A feature is not a finite number.");
        }
    }

    private static double[] newton(double[][] rows, boolean[] correct) {
        int d = rows[0].length;
        double[] w = new double[d];
        double loss = loss(rows, correct, w);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = direction(rows, correct, w);
            double length = 1;
            double[] next = moved(w, direction, length);
            double lower = loss(rows, correct, next);
            while (lower > loss && length > 1e-8) {
                length /= 2;
                next = moved(w, direction, length);
                lower = loss(rows, correct, next);
            }
            if (!(lower < loss - 1e-12 * Math.abs(loss))) {
                break;
            }
            w = next;
            loss = lower;
        }
        return w;
    }

    private static double loss(double[][] rows, boolean[] correct, double[] w) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double z = dot(w, rows[i]);
            double wrong = correct[i] ? -z : z;
            sum += Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong)));
        }
        for (int j = 0; j < w.length - 1; j++) {
            sum += w[j] * w[j] / 2;
        }
        return sum;
    }

    /** The solution of Hessian * x = gradient. */
    private static double[] direction(double[][] rows, boolean[] correct, double[] w) {
        int d = w.length;
        double[][] system = new double[d][d + 1];
        for (int j = 0; j < d; j++) {
            double prior = j < d - 1 ? 1 : 1e-6;
            system[j][j] = prior;
            system[j][d] = prior * w[j];
        }
        for (int i = 0; i < rows.length; i++) {
            double p = sigmoid(dot(w, rows[i]));
            double residual = p - (correct[i] ? 1 : 0);
            for (int j = 0; j < d; j++) {
                system[j][d] += residual * rows[i][j];
                for (int k = 0; k < d; k++) {
                    system[j][k] += p * (1 - p) * rows[i][j] * rows[i][k];
                }
            }
        }
        return solve(system);
    }

    /** Gauss-Jordan elimination; the matrix is positive definite, so no row need be exchanged. */
    private static double[] solve(double[][] system) {
        int d = system.length;
        for (int pivot = 0; pivot < d; pivot++) {
            for (int j = 0; j < d; j++) {
                double factor = j == pivot ? 0 : system[j][pivot] / system[pivot][pivot];
                for (int k = pivot; factor != 0 && k <= d; k++) {
                    system[j][k] -= factor * system[pivot][k];
                }
            }
        }
        double[] x = new double[d];
        for (int j = 0; j < d; j++) {
            x[j] = system[j][d] / system[j][j];
        }
        return x;
    }

    private static double[] moved(double[] w, double[] direction, double length) {
        double[] next = w.clone();
        for (int j = 0; j < w.length; j++) {
            next[j] -= length * direction[j];
        }
        return next;
    }

    private static double dot(double[] w, double[] row) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += w[j] * row[j];
        }
        return sum;
    }

    private static double sigmoid(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }

    /** How many features it takes. */
    public int size() {
        return weights.length - 1;
    }

    /** The score of a reply, 0..1. */
    public double score(double[] features) {
        check(features, size());
        double z = weights[features.length];
        for (int j = 0; j < features.length; j++) {
            z += weights[j] * features[j];
        }
        return sigmoid(z);
    }

    /** Tells it from every other model: a hash of its weights. */
    public String version() {
        return "fitted-" + CertificateJson.sha256(text()).substring(0, 16);
    }

    /** Its weights as one line, for {@link #of}. */
    public String text() {
        return Arrays.stream(weights).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    /**
     * The model of such a line.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ScoreModel of(String text) {
        String[] parts = text.length() > 100 * MAX_FEATURES ? new String[0] : text.split(" ", -1);
        double[] weights = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
        if (weights.length < 1 || weights.length > MAX_FEATURES + 1) {
            throw new IllegalArgumentException("The text holds no score model.");
        }
        if (!Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A weight of the score model is not a finite number.");
        }
        return new ScoreModel(weights);
    }
}
