package dev.comptoir.recommend.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An algorithm whose training is long enough to be kept. Immutable and thread-safe. */
public interface PersistentAlgorithm extends Algorithm {
    /** Changes with the form of the bytes. */
    int formatVersion();

    /** Writes what a scorer of this algorithm has learnt. */
    void write(Scorer scorer, OutputStream out) throws IOException;

    /**
     * Reads it again.
     *
     * @throws IOException if the stream ends early or holds something else
     */
    Scorer read(InputStream in) throws IOException;
}
