package dev.comptoir.recommend.evaluate;

/** Scores all items for a user who was not there in training. */
@FunctionalInterface
interface UserScorer {
    /**
     * One score per item.
     *
     * @param foldIn the items the user is known to have, ascending
     */
    double[] score(int[] foldIn);
}
