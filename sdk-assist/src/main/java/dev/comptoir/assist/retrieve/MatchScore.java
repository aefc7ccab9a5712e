package dev.comptoir.assist.retrieve;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Why an entry was found, in numbers. Immutable.
 *
 * @param fused what ranks, before any reranking: {@code weights.score(features)}
 * @param features what speaks for the entry
 * @param weights how much each feature counted
 * @param lead the log-odds, by the fused scores, that this entry rather than any other is the right one, -10..10
 * @param lexical the BM25F score, 0 or more, without upper end
 * @param lexicalRank the entry's place by BM25F alone, from 1
 * @param dense the highest cosine between the question and a part of the entry, -1..1; empty without an embedding model
 * @param denseRank the entry's place by that cosine alone, from 1; 0 without an embedding model
 * @param denseTrusted whether an embedding model that is declared to know the language took part
 * @param across whether the entry was sought for a question in another language, whose words it hardly shares
 * @param entryCoverage the share of the entry's own question found in the customer's question, 0..1
 * @param reranked the score of the reranking model, on its own scale; empty where none was asked or it failed
 */
public record MatchScore(
        double fused,
        Map<Feature, Double> features,
        FusionWeights weights,
        double lead,
        double lexical,
        int lexicalRank,
        OptionalDouble dense,
        int denseRank,
        boolean denseTrusted,
        boolean across,
        double entryCoverage,
        OptionalDouble reranked) {
    public MatchScore {
        features = Map.copyOf(features);
    }

    /** The share of the question's words, weighted by rarity, found in the entry's questions and keywords, 0..1. */
    public double headCoverage() {
        return features.getOrDefault(Feature.HEAD, 0.0);
    }

    /** The same share found anywhere in the entry, 0..1. */
    public double coverage() {
        return features.getOrDefault(Feature.WHOLE, 0.0);
    }

    /**
     * The estimated probability, 0..1, that the entry answers the question: a logistic function of {@link #lead()}, the
     * shares of words and, where it is trusted, the cosine. Fitted on questions to two invented shops, a part of which no entry
     * answers; another merchant's may run higher or lower, which is why nothing is sent unseen without a certificate.
     */
    public double confidence() {
        return Confidence.of(this);
    }

    MatchScore withReranked(double score) {
        return new MatchScore(
                fused,
                features,
                weights,
                lead,
                lexical,
                lexicalRank,
                dense,
                denseRank,
                denseTrusted,
                across,
                entryCoverage,
                OptionalDouble.of(score));
    }
}
