package dev.comptoir.recommend.model.content;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

/** Two settings of one model stand for the two sides: the contract asks how they are put together. */
class ShrunkenContractTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return ShrunkenAlgorithm.of(
                ContentAlgorithm.of().withNeighbors(3), ContentAlgorithm.of().withHalfLife(7), 10);
    }
}
