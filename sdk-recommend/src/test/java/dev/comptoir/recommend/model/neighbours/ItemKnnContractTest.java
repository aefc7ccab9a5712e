package dev.comptoir.recommend.model.neighbours;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class ItemKnnContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return ItemKnnAlgorithm.cosine(10, 1);
    }
}
