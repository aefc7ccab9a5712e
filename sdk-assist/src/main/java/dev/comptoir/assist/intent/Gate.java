package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Tells strange texts from those that belong, by signs. Immutable.
 *
 * @param means of each sign
 * @param scales of each sign
 * @param weights of each sign in units of its scale, and the bias last
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one committee.
record Gate(double[] means, double[] scales, double[] weights) {
    /*
     * Logistic regression on standardised signs, both sides counting the same, so that the score is the logarithm of how many times
     * likelier the signs are for a strange text; the share of strange texts to be expected is added only when it is asked. Signs are
     * clipped: none may decide alone by being extreme.
     */
    private static final double PULL = 30;
    private static final double CLIP = 4;
    private static final int ITERATIONS = 100;

    static Gate fit(List<double[]> belonging, List<double[]> strange) {
        int n = belonging.isEmpty() ? 0 : belonging.get(0).length;
        double[] means = new double[n];
        double[] scales = new double[n];
        spread(belonging, strange, means, scales);
        Gate raw = new Gate(means, scales, new double[n + 1]);
        double[][] rows = new double[belonging.size() + strange.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = raw.standard(i < belonging.size() ? belonging.get(i) : strange.get(i - belonging.size()));
        }
        int split = belonging.size();
        double[] point = new double[n + 1];
        Lbfgs.minimise((at, gradient) -> loss(rows, split, at, gradient), point, ITERATIONS, 1e-8);
        return new Gate(means, scales, point);
    }

    private static void spread(List<double[]> a, List<double[]> b, double[] means, double[] scales) {
        double total = Math.max(1, a.size() + b.size());
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            double squares = 0;
            for (List<double[]> side : List.of(a, b)) {
                for (double[] signs : side) {
                    sum += signs[i];
                    squares += signs[i] * signs[i];
                }
            }
            means[i] = sum / total;
            scales[i] = Math.sqrt(Math.max(0, squares / total - means[i] * means[i])) + 1e-6;
        }
    }

    private static double loss(double[][] rows, int split, double[] at, double[] gradient) {
        int n = at.length - 1;
        double loss = 0;
        gradient[n] = 0;
        for (int i = 0; i < n; i++) {
            loss += PULL * at[i] * at[i] / 2;
            gradient[i] = PULL * at[i];
        }
        for (int r = 0; r < rows.length; r++) {
            boolean strange = r >= split;
            double weight = rows.length / 2.0 / (strange ? rows.length - split : split);
            double score = at[n];
            for (int i = 0; i < n; i++) {
                score += at[i] * rows[r][i];
            }
            double signed = strange ? -score : score;
            loss += weight * (Math.max(signed, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(signed))));
            double residual = weight * (sigmoid(score) - (strange ? 1 : 0));
            for (int i = 0; i < n; i++) {
                gradient[i] += residual * rows[r][i];
            }
            gradient[n] += residual;
        }
        return loss;
    }

    private double[] standard(double[] signs) {
        double[] standard = new double[means.length];
        for (int i = 0; i < standard.length; i++) {
            standard[i] = Math.max(-CLIP, Math.min(CLIP, (signs[i] - means[i]) / scales[i]));
        }
        return standard;
    }

    /** The logarithm of how many times likelier such signs are for a strange text; 0 where nothing was learnt. */
    double evidence(double[] signs) {
        double[] standard = standard(signs);
        double score = weights[weights.length - 1];
        for (int i = 0; i < standard.length; i++) {
            score += weights[i] * standard[i];
        }
        return score;
    }

    static double sigmoid(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** The probability of being strange, where such a share of all texts is. */
    static double probability(double evidence, double share) {
        return sigmoid(evidence + StrictMath.log(share / (1 - share)));
    }

    static Gate none() {
        return new Gate(new double[0], new double[0], new double[1]);
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.write(out, means);
        Bytes.write(out, scales);
        Bytes.write(out, weights);
    }

    static Gate read(DataInputStream in) throws IOException {
        Gate gate = new Gate(Bytes.doubles(in), Bytes.doubles(in), Bytes.doubles(in));
        if (gate.means.length != gate.scales.length || gate.weights.length != gate.means.length + 1) {
            throw new IOException("a gate with signs missing");
        }
        return gate;
    }
}
