package dev.comptoir.assist.retrieve;

/** What speaks for an entry. Z-scores are over all entries that may be found for the question. */
public enum Feature {
    /** Z-score of BM25F over stems and 4-grams of question, keywords and answer. */
    WORDS,
    /** Z-score of BM25F of words that stand for those of the question. */
    SYNONYMS,
    /** How nearly the question is one of the entry's own, by words: 0 for less than .6 in common, 1 for the same words. */
    TITLE,
    /** The share of the question, weighted by rarity, found in the entry's questions and keywords, 0..1. */
    HEAD,
    /** The same share found anywhere in the entry, 0..1. */
    WHOLE,
    /** The rarity, idf summed, of the question's words found in the entry's questions and keywords, 0 or more. */
    HEAD_RARITY,
    /** The same found anywhere in the entry. */
    WHOLE_RARITY,
    /** Z-score of the cosine with the nearest of the entry's questions. */
    QUESTION_MEANING,
    /** Z-score of the cosine with the entry's question, keywords and theme as one text. */
    HEADLINE_MEANING,
    /** Z-score of the cosine with the nearest window of the answer. */
    ANSWER_MEANING;

    /** Whether it needs an embedding model. */
    public boolean isMeaning() {
        return this == QUESTION_MEANING || this == HEADLINE_MEANING || this == ANSWER_MEANING;
    }

    /** Its place in arrays of features, which no file ever holds. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
