package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.interaction.BuyerCounts;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model of who buys what, which leaves the word to another one, of what items are, where an item has few buyers. Immutable and
 * thread-safe.
 */
public final class ShrunkenAlgorithm implements Algorithm {
    private final Algorithm collaborative;
    private final Algorithm content;
    private final double shrinkage;

    private ShrunkenAlgorithm(Algorithm collaborative, Algorithm content, double shrinkage) {
        if (!(shrinkage > 0 && shrinkage < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The shrinkage is " + shrinkage + " buyers, but must be a number above 0.");
        }
        this.collaborative = collaborative;
        this.content = content;
        this.shrinkage = shrinkage;
    }

    /**
     * The two together.
     *
     * @param shrinkage with how many buyers of an item both count the same: above 0, 5 to 20 is usual
     */
    public static ShrunkenAlgorithm of(Algorithm collaborative, Algorithm content, double shrinkage) {
        return new ShrunkenAlgorithm(collaborative, content, shrinkage);
    }

    /** For example {@code ease-content}. */
    @Override
    public String name() {
        return collaborative.name() + "-" + content.name();
    }

    /** Those of both, each behind the name of its model, and the {@code shrinkage}. */
    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        collaborative.parameters().forEach((name, value) -> parameters.put(collaborative.name() + "." + name, value));
        content.parameters().forEach((name, value) -> parameters.put(content.name() + "." + name, value));
        parameters.put("shrinkage", shrinkage);
        return parameters;
    }

    @Override
    public long estimateBytes(Dataset data) {
        return collaborative.estimateBytes(data) + content.estimateBytes(data) + 16L * data.items();
    }

    @Override
    public Scorer train(Dataset data, Tiles tiles) {
        return ShrunkenScorer.of(
                collaborative.train(data, tiles),
                content.train(data, tiles),
                BuyerCounts.ofAll(data.histories()),
                shrinkage);
    }
}
