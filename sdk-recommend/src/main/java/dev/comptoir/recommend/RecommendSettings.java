package dev.comptoir.recommend;

/**
 * What a recommender is set to; {@link Recommender.Builder} documents each. Immutable.
 *
 * @param halfLifeDays above 0
 * @param regularization above 0
 * @param repeatWeight not negative
 * @param togetherWeight not negative
 * @param popularityWeight not negative
 * @param maxDenseItems at least 0
 * @param threads at least 1
 */
record RecommendSettings(
        double halfLifeDays,
        double regularization,
        double repeatWeight,
        double togetherWeight,
        double popularityWeight,
        int maxDenseItems,
        int threads) {
    RecommendSettings {
        positive("half-life in days", halfLifeDays);
        positive("regularization", regularization);
        notNegative("repeatWeight", repeatWeight);
        notNegative("togetherWeight", togetherWeight);
        notNegative("popularityWeight", popularityWeight);
        notNegative("maxDenseItems", maxDenseItems);
    }

    static RecommendSettings defaults() {
        return new RecommendSettings(
                60, 300, 1, 0.2, 0.05, 10_000, Runtime.getRuntime().availableProcessors());
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
