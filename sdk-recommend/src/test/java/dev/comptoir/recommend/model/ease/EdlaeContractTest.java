package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

/** EASE with all that can be set. */
class EdlaeContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return EaseAlgorithm.of(20)
                .withDropout(.33)
                .withContent(2)
                .withDamping(.3)
                .withRecency(new Recency(30, 5));
    }
}
