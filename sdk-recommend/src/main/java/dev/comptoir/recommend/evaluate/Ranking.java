package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The first items by score; equal scores by index. Stateless. */
final class Ranking {
    private Ranking() {}

    /**
     * The best items, best first.
     *
     * @param masked its items are left out; null for none
     */
    static int[] top(float[] scores, @Nullable History masked, int k) {
        int[] best = new int[Math.min(k, scores.length)];
        int size = 0;
        int next = 0;
        for (int item = 0; item < scores.length; item++) {
            if (masked != null) {
                while (next < masked.distinct() && masked.item(next) < item) {
                    next++;
                }
                if (next < masked.distinct() && masked.item(next) == item) {
                    continue;
                }
            }
            if (size == best.length && scores[item] <= scores[best[size - 1]]) {
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
