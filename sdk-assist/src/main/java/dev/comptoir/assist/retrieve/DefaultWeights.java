package dev.comptoir.assist.retrieve;

import java.util.EnumMap;
import java.util.Map;

/** The weights before a merchant has labelled queries. */
final class DefaultWeights {
    /*
     * Fitted (ListwiseFit, penalty 1) on questions to two invented shops, and kept so by DefaultWeightsTest; those for models
     * that do not know the language on the French shop with an English MiniLM; those for models that do lie halfway between what
     * the student that ships gives and what one gave that had seen no customer service in training, since other trades are
     * stranger to it than these shops; what the headline then counts is shared with the question, which says nearly the same and
     * does not depend on how well a merchant chooses keywords and themes. The weight of TITLE is drawn towards 3: nobody
     * asks in the entries' own words there, and that those should win is no question for data.
     */
    static final FusionWeights WORDS = of(0.195, 0.182, 2.594, 0, 0, 0.459, 0.341, 0, 0, 0);
    static final FusionWeights MEANING = of(0, 0, 0, 0, 0, 0, 0, 0.034, 1.791, 0.451);
    static final FusionWeights UNTRUSTED = of(0.164, 0.201, 2.5, 0, 0, 0.399, 0.276, 0, 0.385, 0.229);
    static final FusionWeights TRUSTED = of(0.135, 0.159, 2.66, 0, 0, 0.205, 0.378, 0.55, 0.55, 0.307);
    /** Across languages the meaning counts as where it is alone; what is found of names and variants comes on top. */
    static final FusionWeights ACROSS = of(0.135, 0.159, 2.66, 0, 0, 0.205, 0.378, 0.034, 1.791, 0.451);

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
