package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopCandidatesTest {
    @Test
    void equalScoresAreOrderedByTheSecondScoreThenByIndex() {
        float[] scores = {1, 2, 2, Float.NaN, 2, -1, 0};
        float[] ties = {9, 1, 5, 9, 1, 9, 9};

        assertThat(TopCandidates.of(scores, ties, 10, item -> true)).containsExactly(2, 1, 4, 0, 6, 5);
        assertThat(TopCandidates.of(scores, null, 3, item -> item != 2)).containsExactly(1, 4, 0);
        assertThat(TopCandidates.of(scores, null, 0, item -> true)).isEmpty();
        assertThat(TopCandidates.of(new float[0], null, 5, item -> true)).isEmpty();
        assertThatThrownBy(() -> new TopCandidates(-1)).hasMessageContaining("must not be negative");
    }

    @Test
    void theChoiceAgreesWithSortingEverything() {
        long seed = 4711;
        Random random = new Random(seed);
        TopCandidates top = new TopCandidates(37);
        int[] chosen = new int[37];
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(400);
            int values = 1 + random.nextInt(50);
            float[] scores = new float[n];
            float[] ties = new float[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(values) - values / 2;
                ties[i] = random.nextInt(4);
            }
            int modulus = 1 + random.nextInt(3);
            int[] expected = IntStream.range(0, n)
                    .filter(i -> i % modulus == 0 && !Float.isNaN(scores[i]))
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i])
                            .thenComparingDouble(i -> -ties[i])
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(37)
                    .mapToInt(Integer::intValue)
                    .toArray();

            int count = top.choose(scores, ties, i -> i % modulus == 0, chosen);

            assertThat(Arrays.copyOf(chosen, count))
                    .as("round " + round + " of seed " + seed)
                    .isEqualTo(expected);
        }
    }
}
