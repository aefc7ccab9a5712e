package dev.comptoir.recommend.select;

/** Hears how far a selection has come. Called on the selecting thread; what it throws ends the selection. */
@FunctionalInterface
public interface SelectionProgress {
    /** Hears nothing. */
    SelectionProgress NONE = (step, of, what) -> {};

    /**
     * A step begins.
     *
     * @param step from 1 to {@code of}
     * @param of how many there are in all
     * @param what is done, in a few words
     */
    void at(int step, int of, String what);
}
