package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.model.Scorer;
import dev.comptoir.recommend.select.Scale;
import org.jspecify.annotations.Nullable;

/**
 * One component of an answer: its scores, times a weight, are added up.
 *
 * @param weight not negative
 * @param scale what the scores are divided by first; null where they count as they are
 */
public record Part(Scorer scorer, double weight, @Nullable Scale scale) {
    /** One whose scores count as they are. */
    public static Part of(Scorer scorer, double weight) {
        return new Part(scorer, weight, null);
    }
}
