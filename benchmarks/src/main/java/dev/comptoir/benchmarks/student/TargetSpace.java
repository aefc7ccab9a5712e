package dev.comptoir.benchmarks.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The space the student learns: the teachers' labels centred, joined and cut to their main directions. */
final class TargetSpace {
    /*
     * Encoders' vectors share a large mean, which hides what tells texts apart (Mu & Viswanath 2018); it goes first.
     * Each teacher then has length 1 and equal say. Main directions by orthogonal iteration (Golub & Van Loan, section
     * 8.2.4): only the space they span matters, not each direction, so few rounds do.
     */
    private static final int ROUNDS = 12;
    private static final int SAMPLE = 40_000;

    private final List<Map<String, float[]>> labels;
    private final List<double[]> means = new ArrayList<>();
    private final float[][] directions;

    /**
     * @param labels one map for each teacher
     * @param texts the texts whose labels give means and directions, of which the first 40,000 count
     */
    TargetSpace(List<Map<String, float[]>> labels, List<String> texts, int dimension) {
        this.labels = labels;
        List<String> sample = texts.subList(0, Math.min(SAMPLE, texts.size()));
        for (Map<String, float[]> teacher : labels) {
            means.add(mean(teacher, sample));
        }
        int width = means.stream().mapToInt(mean -> mean.length).sum();
        double[][] covariance = new double[width][width];
        for (String text : sample) {
            float[] joined = joined(text);
            for (int i = 0; i < width; i++) {
                double[] row = covariance[i];
                double value = joined[i];
                for (int j = 0; j < width; j++) {
                    row[j] += value * joined[j];
                }
            }
        }
        this.directions = mainDirections(covariance, Math.min(dimension, width));
    }

    private static double[] mean(Map<String, float[]> teacher, List<String> texts) {
        double[] mean = new double[label(teacher, texts.get(0)).length];
        for (String text : texts) {
            float[] label = label(teacher, text);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += label[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= texts.size();
        }
        return mean;
    }

    private static float[] label(Map<String, float[]> teacher, String text) {
        float[] label = teacher.get(text);
        if (label == null) {
            throw new IllegalArgumentException("A text of " + text.length() + " letters has no label.");
        }
        return label;
    }

    private float[] joined(String text) {
        float[] joined = new float[means.stream().mapToInt(mean -> mean.length).sum()];
        int at = 0;
        for (int t = 0; t < labels.size(); t++) {
            float[] label = label(labels.get(t), text);
            double[] mean = means.get(t);
            double squares = 0;
            for (int i = 0; i < mean.length; i++) {
                joined[at + i] = (float) (label[i] - mean[i]);
                squares += (double) joined[at + i] * joined[at + i];
            }
            float length = (float) Math.sqrt(Math.max(squares, 1e-12));
            for (int i = 0; i < mean.length; i++) {
                joined[at + i] /= length;
            }
            at += mean.length;
        }
        return joined;
    }

    private static float[][] mainDirections(double[][] covariance, int count) {
        int width = covariance.length;
        double[][] basis = new double[count][width];
        for (int i = 0; i < count; i++) {
            basis[i][(int) ((long) i * width / count)] = 1;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < count; i++) {
                double[] image = new double[width];
                for (int j = 0; j < width; j++) {
                    double factor = basis[i][j];
                    double[] row = covariance[j];
                    for (int k = 0; k < width; k++) {
                        image[k] += factor * row[k];
                    }
                }
                basis[i] = image;
            }
            orthonormalize(basis);
        }
        float[][] directions = new float[count][width];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                directions[i][j] = (float) basis[i][j];
            }
        }
        return directions;
    }

    private static void orthonormalize(double[][] basis) {
        for (int i = 0; i < basis.length; i++) {
            // Twice is enough (Kahan; Parlett, The Symmetric Eigenvalue Problem, 1980).
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double along = dot(basis[i], basis[j]);
                    for (int k = 0; k < basis[i].length; k++) {
                        basis[i][k] -= along * basis[j][k];
                    }
                }
                double length = Math.sqrt(dot(basis[i], basis[i]));
                for (int k = 0; k < basis[i].length; k++) {
                    basis[i][k] /= length;
                }
            }
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** What the teachers say of a text, length 1. */
    float[] target(String text) {
        float[] joined = joined(text);
        float[] target = new float[directions.length];
        for (int i = 0; i < target.length; i++) {
            float sum = 0;
            for (int j = 0; j < joined.length; j++) {
                sum += directions[i][j] * joined[j];
            }
            target[i] = sum;
        }
        return Vectors.unit(target);
    }
}
