package dev.comptoir.recommend.model.frequency;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;

class PersonalThenPopularTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return FrequencyAlgorithm.personalThenPopular(FrequencyAlgorithm.Ties.INSERTION);
    }

    @Override
    protected boolean knowsWithoutHistory() {
        return true;
    }
}
