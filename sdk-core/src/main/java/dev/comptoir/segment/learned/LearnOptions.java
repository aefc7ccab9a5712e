package dev.comptoir.segment.learned;

import java.util.List;

/**
 * How groups are looked for. Immutable.
 *
 * @param features the facts, all numbers, by which customers are alike or not; 1 to 20 names, each once
 * @param minCustomers with fewer customers who have all features nothing is said, at least 10
 * @param maxClusters 2 to this many groups are tried, 2 to 20
 * @param bootstraps how many times the groups are found again in a sample, 10 to 1,000
 * @param seed where everything random begins
 */
public record LearnOptions(List<String> features, int minCustomers, int maxClusters, int bootstraps, long seed) {
    /**
     * What is looked at unless told otherwise. The total spend is not among them: its logarithm is nearly the sum of those of number
     * and basket, and would count them twice.
     */
    public static final List<String> FEATURES = List.of("daysSinceLastPurchase", "purchaseCount", "averageBasket");

    public LearnOptions {
        features = List.copyOf(features);
        if (features.isEmpty()
                || features.size() > 20
                || features.stream().distinct().count() != features.size()) {
            throw new IllegalArgumentException(
                    "There are " + features.size() + " features; 1 to 20 are allowed, each once.");
        }
        check("minCustomers", minCustomers, 10, Integer.MAX_VALUE);
        check("maxClusters", maxClusters, 2, 20);
        check("bootstraps", bootstraps, 10, 1_000);
    }

    /** {@link #FEATURES}, 50 customers, up to 8 groups, 50 bootstraps. */
    public static LearnOptions withSeed(long seed) {
        return new LearnOptions(FEATURES, 50, 8, 50, seed);
    }

    public LearnOptions withFeatures(List<String> features) {
        return new LearnOptions(features, minCustomers, maxClusters, bootstraps, seed);
    }

    public LearnOptions withMinCustomers(int minCustomers) {
        return new LearnOptions(features, minCustomers, maxClusters, bootstraps, seed);
    }

    public LearnOptions withMaxClusters(int maxClusters) {
        return new LearnOptions(features, minCustomers, maxClusters, bootstraps, seed);
    }

    public LearnOptions withBootstraps(int bootstraps) {
        return new LearnOptions(features, minCustomers, maxClusters, bootstraps, seed);
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + "; " + min + " to " + max + " are allowed.");
        }
    }
}
