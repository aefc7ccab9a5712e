package dev.comptoir.recommend.model.imported;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;
import dev.comptoir.recommend.model.content.ContentAlgorithm;
import java.util.List;
import java.util.Map;

class ImportedContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        LinearRanker ranker = new LinearRanker(Map.of(
                "score_content", 2f,
                "popularity", 0.5f,
                "user_item_count", 0.3f,
                "user_item_days", -0.01f,
                "user_days", 0.001f,
                "price", 0.01f));
        return ImportedAlgorithm.of(ranker, List.of(ContentAlgorithm.of()));
    }

    @Override
    protected boolean knowsWithoutHistory() {
        return true;
    }
}
