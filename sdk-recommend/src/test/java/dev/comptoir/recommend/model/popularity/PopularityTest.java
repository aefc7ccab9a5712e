package dev.comptoir.recommend.model.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PopularityTest {
    private static final long DAY = 86_400_000L;

    /** Item 0: days 10 and 20; item 1: day 20; item 2: day 0, 0, 10; item 3: never. */
    private static final Dataset SHOP = new Dataset(
            Histories.builder(4)
                    .basket(0, 2)
                    .basket(10 * DAY, 0, 2)
                    .basket(20 * DAY, 0)
                    .endUser()
                    .basket(0, 2)
                    .basket(20 * DAY, 1)
                    .endUser()
                    .build(),
            ItemFeatures.of(Arrays.asList(null, null, null, null), Arrays.asList("a", "b", "b", "b")));

    @Test
    void salesHalveWithAge() {
        // Half-life 10 days from day 20: item 0 is 1/2 + 1, item 1 is 1, item 2 is 1/4 + 1/4 + 1/2.
        PopularityScorer scorer = train(PopularityAlgorithm.decayed(10));

        assertThat(shares(scorer)).containsExactly(new float[] {1, 2 / 3f, 2 / 3f, 0}, within(1e-6f));
    }

    @Test
    void withoutHalfLifeBasketsAreCounted() {
        assertThat(shares(train(PopularityAlgorithm.topFrequency())))
                .containsExactly(new float[] {2 / 3f, 1 / 3f, 1, 0}, within(1e-6f));
    }

    @Test
    void fewSalesAreDrawnToTheCategory() {
        // Category b sells 1, 3 and 0, on average 4/3; a prior of 2: (1*1 + 8/3)/3, (3*3 + 8/3)/5, (8/3)/2. Category a:
        // 2.
        PopularityScorer scorer = train(PopularityAlgorithm.topFrequency().withCategoryPrior(2));

        double max = 35 / 15.0;
        assertThat(shares(scorer))
                .containsExactly(
                        new float[] {(float) (2 / max), (float) (11 / 9.0 / max), 1, (float) (4 / 3.0 / max)},
                        within(1e-6f));
    }

    @Test
    void aCategoryASegmentOrTheNewestBasketsAlone() {
        assertThat(shares(train(PopularityAlgorithm.topFrequency().inCategory("a"))))
                .containsExactly(1, 0, 0, 0);
        BitSet second = new BitSet();
        second.set(1);
        PopularityAlgorithm segment = PopularityAlgorithm.topFrequency().amongRows(second);
        second.set(0);
        assertThat(shares(train(segment))).containsExactly(0, 1, 1, 0);
        assertThat(shares(train(PopularityAlgorithm.topFrequency().withRecentBaskets(1))))
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void badSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopularityAlgorithm.decayed(Double.NaN))
                .withMessage("The half-life is NaN days, but must be above 0.");
        assertThatIllegalArgumentException().isThrownBy(() -> PopularityAlgorithm.decayed(0));
        PopularityAlgorithm fine = PopularityAlgorithm.topFrequency();
        assertThatIllegalArgumentException().isThrownBy(() -> fine.withCategoryPrior(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> fine.withRecentBaskets(0));
        assertThat(fine.parameters()).containsOnlyKeys("categoryPrior", "halfLifeDays");
    }

    private static PopularityScorer train(PopularityAlgorithm algorithm) {
        return algorithm.train(SHOP, Tiles.sequential());
    }

    private static float[] shares(PopularityScorer scorer) {
        float[] shares = new float[scorer.items()];
        for (int item = 0; item < shares.length; item++) {
            shares[item] = scorer.share(item);
        }
        return shares;
    }
}
