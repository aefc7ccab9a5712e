package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class ContentContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return ContentAlgorithm.of();
    }
}
