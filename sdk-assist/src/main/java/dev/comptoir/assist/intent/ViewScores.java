package dev.comptoir.assist.intent;

/**
 * What one view thinks of a text.
 *
 * @param logs of each expert, one a class: logarithms of weights that need not sum to 1
 * @param signs how strange the text is, in several measures; higher is stranger
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; handed on at once.
record ViewScores(double[][] logs, double[] signs) {
    /** How strange scores look by themselves: low in all, low in the best, spread over many. */
    static final int SIGNS = 3;

    static void signs(float[] scores, double[] signs, int at) {
        double[] logs = logSoftmax(scores);
        double highest = Double.NEGATIVE_INFINITY;
        double entropy = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            highest = Math.max(highest, scores[k]);
            best = Math.max(best, logs[k]);
            entropy -= logs[k] * StrictMath.exp(logs[k]);
        }
        // The log of the sum of exponentials: the energy of Liu et al., NeurIPS 2020, with its sign turned.
        signs[at] = best - highest;
        signs[at + 1] = -highest;
        signs[at + 2] = entropy;
    }

    static double[] logSoftmax(float[] scores) {
        double[] logs = new double[scores.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = scores[k];
        }
        logSoftmax(logs);
        return logs;
    }

    static void logSoftmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += StrictMath.exp(score - highest);
        }
        double norm = highest + StrictMath.log(sum);
        for (int k = 0; k < scores.length; k++) {
            scores[k] -= norm;
        }
    }
}
