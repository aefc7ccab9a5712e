package dev.comptoir.recommend;

import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Surface;
import java.util.Map;

/**
 * What a recommender is set to; {@link Recommender.Builder} documents each. Immutable.
 *
 * @param halfLifeDays above 0
 * @param limits what models may cost
 * @param choices by surface
 * @param threads at least 1
 */
record RecommendSettings(double halfLifeDays, Limits limits, Map<Surface, Choice> choices, int threads) {
    RecommendSettings {
        if (!(halfLifeDays > 0) || Double.isInfinite(halfLifeDays)) {
            throw new IllegalArgumentException(
                    "The half-life in days is " + halfLifeDays + ", but must be a number above 0.");
        }
        choices = Map.copyOf(choices);
    }
}
