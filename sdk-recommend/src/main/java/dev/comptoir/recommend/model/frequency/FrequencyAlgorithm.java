package dev.comptoir.recommend.model.frequency;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.popularity.PopularityAlgorithm;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The baselines P-TopFreq and GP-TopFreq: a user's own items by the number of their baskets, then, if wished, what sells best to
 * everybody. Immutable and thread-safe.
 */
public final class FrequencyAlgorithm implements Algorithm {
    private final Ties ties;
    private final boolean filled;

    /** Which of a user's items comes first among those bought equally often. */
    public enum Ties {
        /** The one bought first: what a dictionary that remembers its order makes of it, as in published code. */
        INSERTION(0),
        /** The one in the newer basket, then the one that sells better to everybody. */
        RECENCY(1),
        /** The one that sells better to everybody. */
        POPULARITY(2);

        private final double code;

        Ties(double code) {
            this.code = code;
        }
    }

    private FrequencyAlgorithm(Ties ties, boolean filled) {
        this.ties = ties;
        this.filled = filled;
    }

    /** P-TopFreq: own items only; all others score 0. */
    public static FrequencyAlgorithm personal(Ties ties) {
        return new FrequencyAlgorithm(ties, false);
    }

    /** GP-TopFreq: own items, after them the best sellers. */
    public static FrequencyAlgorithm personalThenPopular(Ties ties) {
        return new FrequencyAlgorithm(ties, true);
    }

    @Override
    public String name() {
        return filled ? "gp-top-frequency" : "p-top-frequency";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>(Map.of("ties", ties.code));
    }

    @Override
    public long estimateBytes(Dataset data) {
        return PopularityAlgorithm.topFrequency().estimateBytes(data);
    }

    @Override
    public FrequencyScorer train(Dataset data, Tiles tiles) {
        return new FrequencyScorer(
                ties, filled, PopularityAlgorithm.topFrequency().train(data, tiles));
    }
}
