package dev.comptoir.assist.retrieve;

import java.util.OptionalDouble;

/**
 * Why an entry was found, in numbers. Immutable.
 *
 * @param fused what ranks: {@code (1 - denseWeight) * lexicalZ + denseWeight * denseZ}
 * @param lexical the BM25F score, 0 or more, without upper end
 * @param lexicalZ its z-score among all entries of the language
 * @param lexicalRank the entry's place by BM25F alone, from 1
 * @param dense the highest cosine between the question and a part of the entry, -1..1; empty without an embedding model
 * @param denseZ its z-score among all entries of the language; 0 without an embedding model
 * @param denseRank the entry's place by cosine alone, from 1; 0 without an embedding model
 * @param denseWeight the weight of the embeddings in {@code fused}, 0..1
 * @param denseTrusted whether the embedding model is declared to know the language
 * @param headCoverage the share of the question's words, weighted by rarity, found in the entry's question and keywords, 0..1
 * @param coverage the same share found anywhere in the entry, 0..1
 * @param entryCoverage the share of the entry's own question found in the customer's question, 0..1
 */
public record MatchScore(
        double fused,
        double lexical,
        double lexicalZ,
        int lexicalRank,
        OptionalDouble dense,
        double denseZ,
        int denseRank,
        double denseWeight,
        boolean denseTrusted,
        double headCoverage,
        double coverage,
        double entryCoverage) {
    /** Below this cosine two sentences have nothing to do with each other; at {@link #SAME} they say the same. */
    static final double UNRELATED = 0.35;

    static final double SAME = 0.85;

    /** Words found: the mean of both coverages, so that a word found only in the answer counts half. 0..1. */
    public double lexicalConfidence() {
        return (headCoverage + coverage) / 2;
    }

    /** Meaning found: the cosine between {@value #UNRELATED} (0) and {@value #SAME} (1); 0 where it is not trusted. */
    public double denseConfidence() {
        if (!denseTrusted || dense.isEmpty()) {
            return 0;
        }
        return Math.min(1, Math.max(0, (dense.getAsDouble() - UNRELATED) / (SAME - UNRELATED)));
    }

    /** How well the entry fits the question, 0..1: the higher of the two confidences. Not a probability. */
    public double confidence() {
        return Math.max(lexicalConfidence(), denseConfidence());
    }
}
