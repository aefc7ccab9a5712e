package dev.comptoir.value.next.internal;

/** How good probabilities were, once it is known what came of them. */
final class Scores {
    static final int BINS = 10;
    private static final double NEVER = 1e-6;

    private Scores() {}

    /** Expected calibration error: |mean predicted - share happened| over ten bins of equal width, weighted by their size. */
    static double calibrationError(double[] predicted, boolean[] happened) {
        double[] off = new double[BINS];
        for (int i = 0; i < predicted.length; i++) {
            off[bin(predicted[i])] += predicted[i] - (happened[i] ? 1 : 0);
        }
        double sum = 0;
        for (double one : off) {
            sum += Math.abs(one);
        }
        return sum / predicted.length;
    }

    /** The bin of a probability: [0, .1), [.1, .2), ..., [.9, 1]. */
    private static int bin(double probability) {
        return Math.min(BINS - 1, (int) (probability * BINS));
    }

    /** Minus the logarithm of the probability of what happened, no more than that of one in a million. */
    static double logLoss(double predicted, boolean happened) {
        return -Math.log(Math.max(NEVER, happened ? predicted : 1 - predicted));
    }
}
