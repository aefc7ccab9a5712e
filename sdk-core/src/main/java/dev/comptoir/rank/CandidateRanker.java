package dev.comptoir.rank;

import java.util.List;

/**
 * A ranker that was trained elsewhere, for example a model in an ONNX file: turns named numbers about each candidate into a
 * score. Whoever gives it candidates fills in the features by name, in the order of {@link #featureNames()}, and has to know
 * all of them.
 *
 * <p>An implementation is thread-safe; scores each candidate by its own row alone, so that neither the order nor the number of
 * rows shows; gives the same bits for the same row; and changes nothing it was given. Whoever opened it closes it.
 */
public interface CandidateRanker extends AutoCloseable {
    /** The features of a row, at least one, without doubles; always the same list. */
    List<String> featureNames();

    /**
     * The scores of some candidates: larger is better, finite.
     *
     * @param features a row per candidate, a column per feature; every number finite. May be empty
     * @return one per row
     * @throws dev.comptoir.error.ClosedException after {@link #close}
     * @throws dev.comptoir.error.ModelException if the model fails
     */
    float[] score(float[][] features);

    /** Gives back what it holds, once; may be called again. */
    @Override
    void close();
}
