package dev.comptoir.recommend.model.neighbours;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class Rp3betaContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return ItemKnnAlgorithm.rp3beta(10, 0.8, 0.4);
    }
}
