package dev.comptoir.assist.retrieve;

/**
 * How well the words of a question fit each entry, in the order of the entries.
 *
 * @param words BM25F over stems and 4-grams
 * @param synonyms BM25F of words that stand for those of the question
 * @param title how nearly the question is one of the entry's own, 0..1
 * @param head the share of the question found in the entry's questions and keywords, 0..1
 * @param whole the share of the question found anywhere in the entry, 0..1
 * @param ofEntry the share of the nearest of the entry's questions found in the question, 0..1
 * @param rarity of all the question's words, idf summed
 */
// One row of numbers for each question: never compared, never kept.
@SuppressWarnings("ArrayRecordComponent")
record LexicalScores(
        float[] words, float[] synonyms, float[] title, float[] head, float[] whole, float[] ofEntry, double rarity) {
    /** The higher of both at each place. */
    LexicalScores or(LexicalScores other) {
        return new LexicalScores(
                max(words, other.words),
                max(synonyms, other.synonyms),
                max(title, other.title),
                max(head, other.head),
                max(whole, other.whole),
                max(ofEntry, other.ofEntry),
                Math.max(rarity, other.rarity));
    }

    private static float[] max(float[] a, float[] b) {
        float[] max = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            max[i] = Math.max(a[i], b[i]);
        }
        return max;
    }
}
