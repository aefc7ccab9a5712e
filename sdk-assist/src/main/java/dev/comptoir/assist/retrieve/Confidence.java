package dev.comptoir.assist.retrieve;

import java.util.Arrays;

/** The probability that an entry answers the question, from the numbers of its score. Pure. */
final class Confidence {
    /*
     * Platt 1999 with more than one input: sigmoid(w x), x = (1, lead, head, whole, cosine). The lead alone cannot tell a
     * question that nothing answers: some entry is always the best. The shares and the cosine are absolute.
     */
    private static final double[] WORDS = {-0.853, 0.686, 0.634, 1.457, 0};
    private static final double[] TRUSTED = {-1.39, 0.476, 0.512, 1.555, 0.081};

    private Confidence() {}

    static double of(MatchScore score) {
        double[] weights = score.denseTrusted() ? TRUSTED : WORDS;
        double[] inputs = inputs(score);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static double[] inputs(MatchScore score) {
        return new double[] {
            1,
            Math.max(-5, Math.min(5, score.lead())),
            score.headCoverage(),
            score.coverage(),
            score.denseTrusted() ? score.dense().orElse(0) : 0
        };
    }

    static double[] weights(boolean trusted) {
        return Arrays.copyOf(trusted ? TRUSTED : WORDS, TRUSTED.length);
    }
}
