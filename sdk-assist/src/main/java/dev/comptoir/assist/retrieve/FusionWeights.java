package dev.comptoir.assist.retrieve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each feature counts; a feature that is not named counts nothing. Immutable.
 *
 * <p>Scores are log-odds: of two entries whose scores differ by 1, the higher is 2.7 times as likely to be the right one, as
 * far as the queries tell that the weights were fitted on.
 */
public record FusionWeights(Map<Feature, Double> values) {
    private static final double MAX = 1_000;

    public FusionWeights {
        Map<Feature, Double> copy = new EnumMap<>(Feature.class);
        copy.putAll(values);
        copy.forEach((feature, weight) -> {
            if (!(Math.abs(weight) <= MAX)) {
                throw new IllegalArgumentException("The weight of " + feature + " is " + weight + "; it lies between -"
                        + MAX + " and " + MAX + ".");
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    /** 0 where it is not named. */
    public double of(Feature feature) {
        return values.getOrDefault(feature, 0.0);
    }

    /** The sum of weights times features; features that are missing are 0. */
    public double score(Map<Feature, Double> features) {
        double score = 0;
        for (Feature feature : Feature.values()) {
            score += of(feature) * features.getOrDefault(feature, 0.0);
        }
        return score;
    }
}
