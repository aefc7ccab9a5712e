package dev.comptoir.assist.intent;

/** Training rows of length 1, those of one intent beside each other. Immutable. */
interface Bank<R> {
    int size();

    R row(int index);

    /** Makes a row ready to be compared with many. */
    Similarity to(R row);

    /** Cosines with one row. Not thread-safe. */
    interface Similarity {
        /** Cosines with the rows of the bank from one index to another, into the start of the array. */
        void with(int from, int to, float[] cosines);
    }
}
