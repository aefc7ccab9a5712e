package dev.comptoir.recommend;

import dev.comptoir.recommend.model.ease.EaseAlgorithm;
import dev.comptoir.recommend.model.ease.Recency;
import dev.comptoir.recommend.model.session.SessionNeighboursAlgorithm;
import dev.comptoir.recommend.serve.Component;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recommender is set to; {@link Recommender.Builder} documents each. Immutable.
 *
 * @param halfLifeDays above 0
 * @param regularization above 0
 * @param repeatWeight not negative
 * @param togetherWeight not negative
 * @param popularityWeight not negative
 * @param maxDenseItems at least 0
 * @param maxTrainingBytes above 0
 * @param threads at least 1
 */
record RecommendSettings(
        double halfLifeDays,
        double regularization,
        double repeatWeight,
        double togetherWeight,
        double popularityWeight,
        int maxDenseItems,
        long maxTrainingBytes,
        int threads) {
    static final String EASE = "ease";
    static final String SPARSE = "sparse";
    static final String SESSION = "session";
    static final String CONTENT = "content";

    RecommendSettings {
        positive("half-life in days", halfLifeDays);
        positive("regularization", regularization);
        notNegative("repeatWeight", repeatWeight);
        notNegative("togetherWeight", togetherWeight);
        notNegative("popularityWeight", popularityWeight);
        notNegative("maxDenseItems", maxDenseItems);
        positive("maxTrainingBytes", (double) maxTrainingBytes);
    }

    static RecommendSettings defaults() {
        Runtime runtime = Runtime.getRuntime();
        return new RecommendSettings(
                60, 300, 1, 0.2, 0.05, 10_000, runtime.maxMemory() / 2, runtime.availableProcessors());
    }

    /** The models to train for the answers. */
    List<Component> components() {
        List<Component> components = new ArrayList<>();
        if (togetherWeight > 0) {
            components.add(new Component(EASE, together(), 0, maxDenseItems, true));
        }
        components.add(Component.of(SESSION, SessionNeighboursAlgorithm.vstan(), true));
        return components;
    }

    /** Training is binary; a customer's products count by recency when they are scored. */
    private EaseAlgorithm together() {
        return EaseAlgorithm.of(regularization).withRecency(new Recency(halfLifeDays, Double.POSITIVE_INFINITY));
    }

    private static void positive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("The " + what + " is " + value + ", but must be a number above 0.");
        }
    }

    private static void notNegative(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("The " + what + " is " + value + ", but must not be negative.");
        }
    }
}
