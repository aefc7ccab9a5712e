package dev.comptoir.assist.retrieve;

import java.util.EnumMap;
import java.util.Map;

/** The weights before a merchant has labelled queries. */
final class DefaultWeights {
    static final FusionWeights WORDS = of(0.277, 0, 0.217, 2.36, 3.809, 3.082, 0, 0, 0);
    static final FusionWeights MEANING = of(0, 0, 0, 0, 0, 0, 0.034, 1.791, 0.451);
    static final FusionWeights UNTRUSTED = of(0.173, 0, 0.263, 2.4, 3.655, 2.682, 0, 0.355, 0.196);
    static final FusionWeights TRUSTED = of(0.165, 0, 0.13, 2.552, 2.202, 2.752, 0.075, 1.293, 0.366);

    private DefaultWeights() {}

    private static FusionWeights of(double... weights) {
        Map<Feature, Double> values = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (weights[feature.place()] != 0) {
                values.put(feature, weights[feature.place()]);
            }
        }
        return new FusionWeights(values);
    }
}
