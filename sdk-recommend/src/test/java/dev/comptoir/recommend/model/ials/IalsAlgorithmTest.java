package dev.comptoir.recommend.model.ials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;
import org.junit.jupiter.api.Test;

class IalsAlgorithmTest extends ScorerContract {
    @Override
    protected Algorithm algorithm() {
        return IalsAlgorithm.of(IalsSettings.defaults().withFactors(8));
    }

    @Test
    void parametersBearTheFieldsNames() {
        assertThat(algorithm().parameters())
                .containsEntry("factors", 8.0)
                .containsEntry("epochs", 16.0)
                .containsKeys("regularization", "unobservedWeight", "frequencyExponent", "seed", "block");
    }
}
