package dev.comptoir.recommend.select;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Scorer;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An algorithm whose costly part depends on few of its settings, and can be used again when the others are tried. Immutable. */
final class TwoStage<T> implements Algorithm {
    private final Algorithm whole;
    private final Object key;
    private final BiFunction<Dataset, Tiles, T> learning;
    private final Function<T, Scorer> finish;

    /**
     * An algorithm in two stages.
     *
     * @param key equal where what is learnt is the same
     */
    TwoStage(Algorithm whole, Object key, BiFunction<Dataset, Tiles, T> learning, Function<T, Scorer> finish) {
        this.whole = whole;
        this.key = key;
        this.learning = learning;
        this.finish = finish;
    }

    /** The same in one stage. */
    Algorithm whole() {
        return whole;
    }

    Object key() {
        return key;
    }

    /** What was learnt, to be finished by any algorithm of the same key. */
    T learn(Dataset data, Tiles tiles) {
        return learning.apply(data, tiles);
    }

    /** The scorer of what an algorithm of the same key has learnt. */
    @SuppressWarnings("unchecked")
    Scorer finish(Object learnt) {
        return finish.apply((T) learnt);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return whole.parameters();
    }

    @Override
    public long estimateBytes(Dataset data) {
        return whole.estimateBytes(data);
    }

    @Override
    public Scorer train(Dataset data, Tiles tiles) {
        return finish.apply(learning.apply(data, tiles));
    }
}
