package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopNTest {
    private static final long SEED = 11;

    @Test
    void equalScoresComeByIndex() {
        TopN top = new TopN(3);

        assertThat(top.choose(new float[] {1, 2, 2, 1, 3, 2})).isEqualTo(3);

        assertThat(items(top)).containsExactly(4, 1, 2);
        assertThat(top.score(0)).isEqualTo(3f);
        assertThat(top.score(2)).isEqualTo(2f);
    }

    @Test
    void whatIsNotToBeChosenNeverIs() {
        TopN top = new TopN(5);

        top.choose(new float[] {Float.NaN, -1, Float.NEGATIVE_INFINITY, 0});
        assertThat(items(top)).containsExactly(3, 1);

        top.choose(new float[0]);
        assertThat(top.size()).isZero();
    }

    @Test
    void agreesWithSortingEverything() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 500; round++) {
            float[] scores = new float[random.nextInt(60)];
            for (int i = 0; i < scores.length; i++) {
                // Few values, so that many are equal; some left out.
                scores[i] = random.nextInt(8) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(-3, 9);
            }
            TopN top = new TopN(1 + random.nextInt(12));
            top.choose(scores);
            top.choose(scores);
            int[] expected = IntStream.range(0, scores.length)
                    .filter(i -> scores[i] > Float.NEGATIVE_INFINITY)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
                    .limit(top.limit())
                    .mapToInt(Integer::intValue)
                    .toArray();

            assertThat(items(top)).as("seed %d, round %d", SEED, round).containsExactly(expected);
        }
    }

    @Test
    void wrongNumbersAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopN(0)).withMessageContaining("limit is 0");
        TopN top = new TopN(2);
        top.choose(new float[] {1});
        assertThatThrownBy(() -> top.item(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static int[] items(TopN top) {
        return IntStream.range(0, top.size()).map(top::item).toArray();
    }
}
