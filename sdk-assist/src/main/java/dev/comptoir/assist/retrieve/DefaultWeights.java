package dev.comptoir.assist.retrieve;

import java.util.EnumMap;
import java.util.Map;

/** The weights before a merchant has labelled queries. */
final class DefaultWeights {
    static final FusionWeights WORDS = of(0.151, 0, 0.245, 0, 4.277, 3.278, 0, 0, 0);
    static final FusionWeights MEANING = of(0, 0, 0, 0, 0, 0, 0.5, 1.569, 0.615);
    static final FusionWeights UNTRUSTED = of(0.173, 0, 0.263, 0, 3.655, 2.682, 0, 0.355, 0.196);
    static final FusionWeights TRUSTED = of(0.24, 0, 0.228, 0, 2.539, 2.878, 0.021, 0.802, 0.312);

    private DefaultWeights() {}

    private static FusionWeights of(double... weights) {
        Map<Feature, Double> values = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (weights[feature.ordinal()] != 0) {
                values.put(feature, weights[feature.ordinal()]);
            }
        }
        return new FusionWeights(values);
    }
}
