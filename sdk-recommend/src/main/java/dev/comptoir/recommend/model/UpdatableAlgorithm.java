package dev.comptoir.recommend.model;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.Optional;

/** An algorithm that can take in or take out a few users exactly, at less cost than learning anew. Immutable and thread-safe. */
public interface UpdatableAlgorithm extends Algorithm {
    /**
     * What training on {@code after} would give, but for rounding.
     *
     * @param previous trained on {@code before}; stays as it is
     * @return empty where training anew costs less, or is safer
     */
    Optional<Scorer> update(Scorer previous, Dataset before, Dataset after, Tiles tiles);
}
