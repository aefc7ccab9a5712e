package dev.comptoir.recommend.rank;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the best few of the items that are allowed: by score, then by a second score, then the smaller index. The order is total, so the same scores
 * always give the same list. Reusable and not thread-safe: it keeps its heap from one choice to the next. One choice costs a
 * comparison an item, and a logarithm of the limit for each one taken.
 */
public final class TopCandidates {
    /*
     * A binary heap of item indexes with the worst of the chosen at its root, in one int[]. After the scan it is emptied from the
     * back, which sorts it best first.
     */
    private final int[] heap;
    private int size;

    /**
     * A choice of at most so many items.
     *
     * @param limit at least 0
     */
    public TopCandidates(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("The limit is " + limit + ", but must not be negative.");
        }
        this.heap = new int[limit];
    }

    /** The best items, best first, in an array of their number. */
    public static int[] of(float[] scores, float @Nullable [] ties, int limit, IntPredicate allowed) {
        int[] chosen = new int[Math.min(limit, scores.length)];
        int count = new TopCandidates(chosen.length).choose(scores, ties, allowed, chosen);
        return Arrays.copyOf(chosen, count);
    }

    /**
     * The best items, best first. Negative scores may be chosen, NaN never is.
     *
     * @param ties parts equal scores, larger first; one per item, or null for none
     * @param allowed asked only for items that would be among the best so far
     * @param chosen takes the items; at least as long as the limit, or as there are items
     * @return how many were chosen
     */
    public int choose(float[] scores, float @Nullable [] ties, IntPredicate allowed, int[] chosen) {
        size = 0;
        if (heap.length == 0) {
            return 0;
        }
        for (int item = 0; item < scores.length; item++) {
            float score = scores[item];
            if (Float.isNaN(score) || (size == heap.length && !better(scores, ties, item, heap[0]))) {
                continue;
            }
            if (allowed.test(item)) {
                if (size < heap.length) {
                    siftUp(scores, ties, item);
                } else {
                    siftDown(scores, ties, item);
                }
            }
        }
        int count = size;
        while (size > 0) {
            chosen[size - 1] = heap[0];
            int last = heap[--size];
            if (size > 0) {
                siftDown(scores, ties, last);
            }
        }
        return count;
    }

    /** Whether the left item comes before the right one. */
    static boolean better(float[] scores, float @Nullable [] ties, int left, int right) {
        if (scores[left] != scores[right]) {
            return scores[left] > scores[right];
        }
        if (ties != null && ties[left] != ties[right]) {
            return ties[left] > ties[right];
        }
        return left < right;
    }

    private void siftUp(float[] scores, float @Nullable [] ties, int item) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!better(scores, ties, heap[parent], item)) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = item;
    }

    /** Puts an item in the place of the root. */
    private void siftDown(float[] scores, float @Nullable [] ties, int item) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && better(scores, ties, heap[child], heap[child + 1])) {
                child++;
            }
            if (!better(scores, ties, item, heap[child])) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = item;
    }
}
