package dev.comptoir.assist.retrieve;

import java.util.Arrays;

/**
 * The highest cosine between a question and a part of each entry, in the order of the entries; -1 where there is none.
 *
 * @param question over the entry's question and its variants
 * @param headline over these, each with keywords and theme as one text
 * @param answer over windows of the answer
 */
// One row of numbers for each question: never compared, never kept.
@SuppressWarnings("ArrayRecordComponent")
record DenseScores(float[] question, float[] headline, float[] answer) {
    static DenseScores none(int size) {
        return new DenseScores(filled(size), filled(size), filled(size));
    }

    private static float[] filled(int size) {
        float[] scores = new float[size];
        Arrays.fill(scores, -1f);
        return scores;
    }

    /** The best part of each entry, of whatever kind. */
    float[] best() {
        float[] best = new float[question.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = Math.max(question[i], Math.max(headline[i], answer[i]));
        }
        return best;
    }
}
