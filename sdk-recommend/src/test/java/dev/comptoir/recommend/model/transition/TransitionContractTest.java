package dev.comptoir.recommend.model.transition;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class TransitionContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return TransitionAlgorithm.of(2, 0.5, 0.4, 5);
    }
}
