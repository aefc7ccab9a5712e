package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {
    @Test
    void equalScoresAreOrderedByPopularityThenByOrder() {
        double[] scores = {1, 2, 2, 2, 0, Double.NaN, -1};
        double[] popularity = {9, 1, 5, 1, 9, 9, 9};

        TopItems top = new TopItems(scores, item -> popularity[item], Comparator.reverseOrder());

        assertThat(top.choose(10, item -> true)).containsExactly(2, 3, 1, 0, 4, 6);
        assertThat(top.choose(2, item -> item != 2)).containsExactly(3, 1);
    }

    @Test
    void theChoiceAgreesWithSortingEverything() {
        SplittableRandom random = new SplittableRandom(3);
        double[] scores = random.ints(500, 1, 20).asDoubleStream().toArray();
        double[] popularity = random.ints(500, 1, 5).asDoubleStream().toArray();
        List<Integer> sorted = IntStream.range(0, 500)
                .filter(item -> item % 3 != 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(item -> -scores[item])
                        .thenComparingDouble(item -> -popularity[item])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(40)
                .toList();

        int[] chosen = new TopItems(scores, item -> popularity[item], Comparator.naturalOrder())
                .choose(40, item -> item % 3 != 0);

        assertThat(chosen).containsExactly(sorted.toArray(Integer[]::new));
    }
}
