package dev.comptoir.recommend.model;

import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model has learnt: scores of all items for somebody's history, who need not have been there in training. Immutable and
 * thread-safe.
 */
public interface Scorer {
    /** The number of items it knows. Items of a history beyond them are passed over. */
    int items();

    /**
     * Sets the score of every item: larger is better, always finite, 0 where it has nothing to say, comparable within one call
     * only. Items that the history holds are scored as any other; leaving them out is the caller's choice.
     *
     * @param scores one per item, overwritten
     */
    void score(History history, float[] scores);

    /** Where the score of one item comes from: the values add up to it, but for rounding. */
    List<Contribution> explain(History history, int item);

    /**
     * The same for several items, in their order. Models that would read others' histories anew for each item read them once.
     *
     * @param items each below {@link #items()}
     */
    default List<List<Contribution>> explainAll(History history, int[] items) {
        List<List<Contribution>> all = new ArrayList<>(items.length);
        for (int item : items) {
            all.add(explain(history, item));
        }
        return all;
    }
}
