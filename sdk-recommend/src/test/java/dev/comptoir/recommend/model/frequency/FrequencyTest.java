package dev.comptoir.recommend.model.frequency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.frequency.FrequencyAlgorithm.Ties;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
    /** Sold: item 4 five times, 5 four, 0 three, 1 two, 2 and 3 once. */
    private static final Dataset SHOP = Dataset.of(Histories.builder(6)
            .basket(0, 4)
            .basket(0, 4, 5)
            .basket(0, 4, 5, 0)
            .basket(0, 4, 5, 0, 1)
            .basket(0, 4, 5, 0, 1, 2, 3)
            .endUser()
            .build());

    /** Bought twice: 3, and once each: first 2, then 0, in the newest basket 1. */
    private static final History USER = History.of(0, new long[3], new int[][] {{2, 3}, {0, 3}, {1}});

    @ParameterizedTest
    @CsvSource({"INSERTION, 3 2 0 1 4 5", "RECENCY, 3 1 0 2 4 5", "POPULARITY, 3 0 1 2 4 5"})
    void ownItemsByCountThenByTheTieThenWhatSellsBest(Ties ties, String expected) {
        assertThat(order(FrequencyAlgorithm.personalThenPopular(ties))).isEqualTo(expected);
        // Without filling, 4 and 5 have 0 both.
        assertThat(order(FrequencyAlgorithm.personal(ties))).isEqualTo(expected);
        float[] scores = new float[6];
        FrequencyAlgorithm.personal(ties).train(SHOP, Tiles.sequential()).score(USER, scores);
        assertThat(scores[4]).isZero();
        assertThat(scores[5]).isZero();
    }

    @Test
    void aTieNeverOutweighsACount() {
        History often = History.of(0, new long[3], new int[][] {{2}, {2}, {4}});
        for (Ties ties : Ties.values()) {
            float[] scores = new float[6];
            FrequencyAlgorithm.personalThenPopular(ties)
                    .train(SHOP, Tiles.sequential())
                    .score(often, scores);
            assertThat(scores[2]).as(ties.name()).isGreaterThan(scores[4]);
            assertThat(scores[4]).as(ties.name()).isGreaterThan(scores[5]);
        }
    }

    private static String order(FrequencyAlgorithm algorithm) {
        float[] scores = new float[6];
        algorithm.train(SHOP, Tiles.sequential()).score(USER, scores);
        List<Integer> items = IntStream.range(0, 6)
                .boxed()
                .sorted((left, right) -> Float.compare(scores[right], scores[left]))
                .toList();
        return String.join(" ", items.stream().map(String::valueOf).toList());
    }
}
