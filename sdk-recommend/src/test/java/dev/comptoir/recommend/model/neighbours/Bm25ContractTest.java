package dev.comptoir.recommend.model.neighbours;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class Bm25ContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return ItemKnnAlgorithm.bm25(10, 1.2, 0.75);
    }
}
