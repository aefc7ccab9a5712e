package dev.comptoir.recommend.model.frequency;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class PersonalFrequencyTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return FrequencyAlgorithm.personal(FrequencyAlgorithm.Ties.RECENCY);
    }
}
