package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class EaseContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return EaseAlgorithm.of(20);
    }
}
