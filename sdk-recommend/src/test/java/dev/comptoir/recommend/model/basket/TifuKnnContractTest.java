package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class TifuKnnContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return NeighbourBasketAlgorithm.tifuKnn(20, 0.9, 0.7, 0.7, 7, false);
    }
}
