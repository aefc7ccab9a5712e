package dev.comptoir.recommend.model.sparse;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;
import dev.comptoir.recommend.model.ease.Recency;

class SparseContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return SparseAlgorithm.of(20, 12)
                .withDropout(.2)
                .withDamping(.2)
                .withThreshold(.001)
                .withRecency(new Recency(30, 5));
    }
}
