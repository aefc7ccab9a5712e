package dev.comptoir.assist.retrieve;

import java.util.Arrays;

/** The probability that an entry answers the question, from the numbers of its score. Pure. */
final class Confidence {
    /*
     * Platt 1999 with more than one input: sigmoid(w x), x = (1, lead, head, whole, cosine). The lead alone cannot tell a
     * question that nothing answers: some entry is always the best. The shares and the cosine are absolute. Across languages
     * words tell next to nothing, and their absence must not be held against an entry: fitted on the meaning alone.
     */
    private static final double[] WORDS = {-1.589, 0.423, 1.731, 1.692, 0};
    private static final double[] TRUSTED = {-1.15, 0.4, 0.6, 1.4, 0.6};
    private static final double[] ACROSS = {-1.1, 0.6, 0.6, 1.4, 1.5};

    private static final double MOST = 5;

    private Confidence() {}

    static double of(MatchScore score) {
        double[] weights = !score.denseTrusted() ? WORDS : score.across() ? ACROSS : TRUSTED;
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
            Math.max(-MOST, Math.min(MOST, score.lead())),
            score.headCoverage(),
            score.coverage(),
            score.denseTrusted() ? score.dense().orElse(0) : 0
        };
    }

    static double[] weightsAcross() {
        return Arrays.copyOf(ACROSS, ACROSS.length);
    }

    static double[] weights(boolean trusted) {
        return Arrays.copyOf(trusted ? TRUSTED : WORDS, TRUSTED.length);
    }
}
