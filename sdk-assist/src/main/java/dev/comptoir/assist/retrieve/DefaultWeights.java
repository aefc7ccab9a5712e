package dev.comptoir.assist.retrieve;

import java.util.EnumMap;
import java.util.Map;

/** The weights before a merchant has labelled queries. */
final class DefaultWeights {
    /*
     * Fitted (ListwiseFit, penalty 1) on questions to two invented shops, and kept so by DefaultWeightsTest; those for models
     * that do not know the language on the French shop with an English MiniLM; those for models that do with a student that had
     * seen no customer service in training, since other trades are as strange to the one that ships. The weight of TITLE is drawn towards 3: nobody
     * asks in the entries' own words there, and that those should win is no question for data.
     */
    static final FusionWeights WORDS = of(0.195, 0.182, 2.594, 0, 0, 0.459, 0.341, 0, 0, 0);
    static final FusionWeights MEANING = of(0, 0, 0, 0, 0, 0, 0, 0.034, 1.791, 0.451);
    static final FusionWeights UNTRUSTED = of(0.164, 0.201, 2.5, 0, 0, 0.399, 0.276, 0, 0.385, 0.229);
    static final FusionWeights TRUSTED = of(0.179, 0.211, 2.6, 0, 0, 0.223, 0.368, 0.033, 0.796, 0.274);

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
