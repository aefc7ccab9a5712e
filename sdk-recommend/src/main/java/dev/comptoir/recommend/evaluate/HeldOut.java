package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;

/**
 * One question of an evaluation: what somebody did, and what they did next, which the model must find without having seen it.
 * Immutable and thread-safe.
 */
public final class HeldOut {
    private final int unit;
    private final History history;
    private final int[] target;
    private final int earlier;
    private final boolean historyMasked;

    private HeldOut(int unit, History history, int[] target, int earlier, boolean historyMasked) {
        this.unit = unit;
        this.history = history;
        this.target = target;
        this.earlier = earlier;
        this.historyMasked = historyMasked;
    }

    /**
     * A question.
     *
     * @param unit the customer or session it belongs to, the same in all windows: what is drawn when uncertainty is estimated
     * @param history what the model is shown; its {@code now} is when the question is asked
     * @param target the items to be found, in any order; doubles count once; indexes from the number of items of the training
     *     on are items that training does not know: nobody can find them, and they count as missed
     * @param earlier how many baskets of the unit lie before the target, by the record of the protocol; the history may hold
     *     fewer, never more
     * @param historyMasked whether items of the history are left out of the ranking
     */
    public static HeldOut of(int unit, History history, int[] target, int earlier, boolean historyMasked) {
        return new HeldOut(
                unit, history, Arrays.stream(target).sorted().distinct().toArray(), earlier, historyMasked);
    }

    /** The customer or session it belongs to. */
    public int unit() {
        return unit;
    }

    /** What the model is shown. */
    public History history() {
        return history;
    }

    /** How many distinct items are to be found. */
    public int targets() {
        return target.length;
    }

    /** The {@code k}-th item to be found, ascending. */
    public int target(int k) {
        return target[k];
    }

    /** Whether an item is to be found. */
    public boolean isTarget(int item) {
        return Arrays.binarySearch(target, item) >= 0;
    }

    /** How many baskets of the unit lie before the target. */
    public int earlier() {
        return earlier;
    }

    /** Whether items of the history are left out of the ranking, because nobody takes them again. */
    public boolean historyMasked() {
        return historyMasked;
    }
}
