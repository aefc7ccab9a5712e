package dev.comptoir.assist.retrieve;

import java.util.EnumMap;
import java.util.Map;

/** The weights before a merchant has labelled queries. */
final class DefaultWeights {
    static final FusionWeights WORDS = of(0.151, 0, 0.247, 2.38, 4.241, 3.267, 0, 0, 0);
    static final FusionWeights MEANING = of(0, 0, 0, 0, 0, 0, 0.089, 1.742, 0.436);
    static final FusionWeights UNTRUSTED = of(0.173, 0, 0.263, 2.4, 3.655, 2.682, 0, 0.355, 0.196);
    static final FusionWeights TRUSTED = of(0.154, 0, 0.112, 2.592, 2.255, 2.853, 0.121, 1.257, 0.347);

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
