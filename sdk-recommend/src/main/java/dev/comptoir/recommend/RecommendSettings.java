package dev.comptoir.recommend;

import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Surface;
import dev.comptoir.recommend.serve.Popularity;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recommender is set to; {@link Recommender.Builder} documents each. Immutable.
 *
 * @param popularity how it is counted
 * @param portfolio the models there are
 * @param limits what models may cost
 * @param choices by surface
 * @param embeddings for the texts of products, or null
 * @param threads at least 1
 */
record RecommendSettings(
        Popularity popularity,
        Portfolio portfolio,
        Limits limits,
        Map<Surface, Choice> choices,
        @Nullable EmbeddingModel embeddings,
        int threads) {
    RecommendSettings {
        choices = Map.copyOf(choices);
    }
}
