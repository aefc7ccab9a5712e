package dev.comptoir.assist.intent;

import java.util.Arrays;
import java.util.List;

/** How much each expert counts. */
final class Pool {
    /*
     * Logarithmic opinion pool (Genest & Zidek, Statistical Science 1986): p ~ prod p_e^w_e, its weights at least 0, chosen to minimise
     * the negative log-likelihood of labels that the experts had not seen, which calibrates the result as well: the sum of the
     * weights is the inverse of a temperature (Guo et al., ICML 2017). Written w = exp(v) and solved by L-BFGS; a weak pull to
     * the weights at the start keeps few labels from extremes.
     */
    private static final int ITERATIONS = 100;
    private static final double PULL = 1;
    private static final double LARGEST = 5;
    /** Where nobody could be tried, nobody is believed much. */
    private static final double CAUTION = 0.4;

    private Pool() {}

    /** An unseen text: what the experts said, and the right answer. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; read only here.
    record Seen(double[][] logs, int label) {}

    static double[] fit(List<Seen> texts, double[] start) {
        if (texts.isEmpty()) {
            return Arrays.stream(start).map(weight -> CAUTION * weight).toArray();
        }
        double[] point = Arrays.stream(start).map(StrictMath::log).toArray();
        Lbfgs.minimise((v, gradient) -> loss(texts, start, v, gradient), point, ITERATIONS, 1e-9);
        return weights(point);
    }

    private static double[] weights(double[] point) {
        return Arrays.stream(point)
                .map(v -> Math.min(LARGEST, StrictMath.exp(Math.min(v, 20))))
                .toArray();
    }

    private static double loss(List<Seen> texts, double[] start, double[] point, double[] gradient) {
        double[] weights = weights(point);
        double loss = 0;
        Arrays.fill(gradient, 0);
        for (Seen text : texts) {
            double[] logs = combined(text.logs(), weights);
            loss -= logs[text.label()];
            for (int e = 0; e < weights.length; e++) {
                double[] expert = text.logs()[e];
                double expected = 0;
                for (int k = 0; k < logs.length; k++) {
                    if (logs[k] > -30) {
                        expected += StrictMath.exp(logs[k]) * expert[k];
                    }
                }
                gradient[e] += expected - expert[text.label()];
            }
        }
        for (int e = 0; e < weights.length; e++) {
            double off = weights[e] - start[e];
            loss += PULL * off * off / 2;
            gradient[e] = weights[e] >= LARGEST ? 0 : (gradient[e] + PULL * off) * weights[e];
        }
        return loss;
    }

    /** Logarithms of probabilities that sum to 1. */
    static double[] combined(double[][] logs, double[] weights) {
        double[] sum = new double[logs[0].length];
        for (int e = 0; e < weights.length; e++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weights[e] * logs[e][k];
            }
        }
        ViewScores.logSoftmax(sum);
        return sum;
    }
}
