package dev.comptoir.recommend.model.popularity;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class PopularityContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return PopularityAlgorithm.decayed(30).withCategoryPrior(10);
    }

    @Override
    protected boolean knowsWithoutHistory() {
        return true;
    }
}
