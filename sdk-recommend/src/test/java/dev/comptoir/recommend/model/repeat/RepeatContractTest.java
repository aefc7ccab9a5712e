package dev.comptoir.recommend.model.repeat;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class RepeatContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return RepeatAlgorithm.standard();
    }
}
