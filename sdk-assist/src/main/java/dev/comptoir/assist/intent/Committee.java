package dev.comptoir.assist.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which views are heard, how much each expert counts, and the two gates on what they say. Immutable.
 *
 * @param views numbers of views
 * @param weights two a view
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it lives inside one classifier.
record Committee(int[] views, double[] weights, Gate foreign, Gate uncovered) {
    private static final int SIGNS = 6;

    /** Logarithms of the intents' probabilities, and the evidence of both gates. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; handed on at once.
    record Verdict(double[] logs, double foreign, double uncovered) {}

    Verdict decide(ViewScores[] scores) {
        double[][] experts = experts(scores, views);
        double[] logs = Pool.combined(experts, weights);
        double[] signs = signs(scores, views, experts, logs);
        return new Verdict(logs, foreign.evidence(signs), uncovered.evidence(signs));
    }

    static double[][] experts(ViewScores[] scores, int[] views) {
        double[][] experts = new double[views.length * ViewModel.EXPERTS][];
        for (int v = 0; v < views.length; v++) {
            System.arraycopy(scores[views[v]].logs(), 0, experts, v * ViewModel.EXPERTS, ViewModel.EXPERTS);
        }
        return experts;
    }

    /** What the views say of the text's strangeness, and what their agreement does. */
    static double[] signs(ViewScores[] scores, int[] views, double[][] experts, double[] logs) {
        int size = SIGNS;
        for (int view : views) {
            size += scores[view].signs().length;
        }
        double[] signs = new double[size];
        int at = SIGNS;
        for (int view : views) {
            double[] own = scores[view].signs();
            System.arraycopy(own, 0, signs, at, own.length);
            at += own.length;
        }
        int best = best(logs);
        double second = Double.NEGATIVE_INFINITY;
        double entropy = 0;
        for (int k = 0; k < logs.length; k++) {
            if (k != best) {
                second = Math.max(second, logs[k]);
            }
            entropy -= logs[k] * StrictMath.exp(Math.max(-700, logs[k]));
        }
        double others = 0;
        double least = 0;
        for (double[] expert : experts) {
            others += best(expert) == best ? 0 : 1;
            least = Math.min(least, expert[best]);
        }
        signs[0] = -logs[best];
        signs[1] = logs.length == 1 ? 0 : Math.max(-20, second - logs[best]);
        signs[2] = entropy;
        signs[3] = StrictMath.log(1 - StrictMath.exp(logs[best]) + 1e-6) - logs[best];
        signs[4] = others;
        signs[5] = -least;
        return signs;
    }

    static int best(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    /** Before anything is known of the experts: models' classifiers count most, words more where there are no models. */
    static double[] start(int[] views) {
        double[] start = new double[views.length * ViewModel.EXPERTS];
        int dense = views.length - 1;
        for (int v = 0; v < views.length; v++) {
            boolean words = views[v] == 0;
            start[v * ViewModel.EXPERTS] = words ? (dense == 0 ? 1 : 0.3) : 1.0 / dense;
            start[v * ViewModel.EXPERTS + 1] = words ? (dense == 0 ? 0.3 : 0.1) : 0.2 / dense;
        }
        return start;
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.write(out, views);
        Bytes.write(out, weights);
        foreign.write(out);
        uncovered.write(out);
    }

    static Committee read(DataInputStream in, int most) throws IOException {
        Committee read = new Committee(Bytes.ints(in), Bytes.doubles(in), Gate.read(in), Gate.read(in));
        if (read.weights.length != read.views.length * ViewModel.EXPERTS
                || Arrays.stream(read.views).anyMatch(view -> view < 0 || view >= most)) {
            throw new IOException("a committee of other views");
        }
        return read;
    }
}
