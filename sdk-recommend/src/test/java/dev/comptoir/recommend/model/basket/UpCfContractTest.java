package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class UpCfContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return NeighbourBasketAlgorithm.upCf(5, 0.75, 100, 20)
                .withCounts()
                .withIdf(0.5)
                .withMaxItemShare(0.5)
                .withPopularity(0.3);
    }

    @Override
    protected boolean knowsWithoutHistory() {
        return true;
    }
}
