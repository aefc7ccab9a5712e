package dev.comptoir.recommend.evaluate;

import java.util.Arrays;
import java.util.List;

/** The first items by score; equal scores by index. Stateless. */
final class Ranking {
    private Ranking() {}

    /**
     * The best items, best first.
     *
     * @param masked items that are left out
     */
    static int[] top(double[] scores, List<Integer> masked, int k) {
        boolean[] out = new boolean[scores.length];
        masked.forEach(item -> out[item] = true);
        int[] best = new int[Math.min(k, scores.length)];
        int size = 0;
        for (int item = 0; item < scores.length; item++) {
            if (out[item] || (size == best.length && scores[item] <= scores[best[size - 1]])) {
                continue;
            }
            int place = size < best.length ? size++ : size - 1;
            // Strictly smaller only: an equal score seen earlier has the smaller index.
            for (; place > 0 && scores[best[place - 1]] < scores[item]; place--) {
                best[place] = best[place - 1];
            }
            best[place] = item;
        }
        return Arrays.copyOf(best, size);
    }
}
