package dev.comptoir.onnx;

/** Probabilities of a model's numbers, which are finite. Never NaN. */
final class Probabilities {
    private Probabilities() {}

    /* p_i = exp(z_i / T) / sum_j exp(z_j / T), with the largest z taken off, so that nothing overflows (Guo, Pleiss, Sun, Weinberger,
     * "On Calibration of Modern Neural Networks", ICML 2017: one T for all, which leaves the order as it is). */
    static double[] softmax(float[] logits, double temperature) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(((double) logits[i] - largest) / temperature);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static double[] sigmoid(float[] logits, double temperature) {
        double[] shares = new double[logits.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sigmoid(logits[i] / temperature);
        }
        return shares;
    }

    /** Of one number, or of two of which the second speaks for yes. */
    static double ofYes(float[] logits) {
        return logits.length == 1 ? sigmoid(logits[0]) : softmax(logits, 1)[1];
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
