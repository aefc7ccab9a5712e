package dev.comptoir.recommend.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Chooses the best few items: by score, then by popularity, then by the order given. The order is total, so the same scores
 * always give the same list. Immutable.
 */
public final class TopItems {
    private final double[] scores;
    private final Comparator<Integer> best;

    /**
     * A choice among the items 0 to {@code scores.length - 1}.
     *
     * @param scores one per item; NaN is never chosen
     * @param popularity of an item, parts equal scores
     * @param order parts what is still equal; smaller first
     */
    public TopItems(double[] scores, IntToDoubleFunction popularity, Comparator<Integer> order) {
        this.scores = scores;
        this.best = Comparator.<Integer>comparingDouble(item -> -scores[item])
                .thenComparingDouble(item -> -popularity.applyAsDouble(item))
                .thenComparing(order);
    }

    /**
     * The best items, best first.
     *
     * @param limit at most so many, at least 1
     * @param allowed asked only for items that would be among the best so far
     */
    public int[] choose(int limit, IntPredicate allowed) {
        Comparator<Integer> worst = best.reversed();
        PriorityQueue<Integer> chosen = new PriorityQueue<>(worst);
        for (int item = 0; item < scores.length; item++) {
            if (Double.isNaN(scores[item])) {
                continue;
            }
            Integer least = chosen.size() < limit ? null : chosen.peek();
            boolean better = least == null
                    || scores[item] > scores[least]
                    || (scores[item] == scores[least] && best.compare(item, least) < 0);
            if (better && allowed.test(item)) {
                if (least != null) {
                    chosen.remove();
                }
                chosen.add(item);
            }
        }
        Integer[] sorted = chosen.toArray(Integer[]::new);
        Arrays.sort(sorted, best);
        return Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    }
}
