package dev.comptoir.recommend.model;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.SortedMap;

/** A published method with its hyper-parameters, ready to learn. Immutable and thread-safe. */
public interface Algorithm {
    /** One word, as on the command line: {@code ease}. */
    String name();

    /** Its hyper-parameters by name. */
    SortedMap<String, Double> parameters();

    /** Memory that training on this data takes at its peak, in bytes, the data apart; before anything is allocated. */
    long estimateBytes(Dataset data);

    /**
     * Learns. The same data give the same bits, whatever the number of threads. Data of one user, one item or nobody are
     * allowed: the scorer then has little to say.
     *
     * @param tiles the threads to use; they do not show in the result
     */
    Scorer train(Dataset data, Tiles tiles);
}
