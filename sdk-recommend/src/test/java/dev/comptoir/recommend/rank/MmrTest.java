package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MmrTest {
    @Test
    void workedByHand() {
        float[] relevance = {1, 0.9f, 0.5f};
        float[][] alike = {{1, 0.8f, 0}, {0.8f, 1, 0.1f}, {0, 0.1f, 1}};
        // After 0: .5 * .9 - .5 * .8 = .05 for 1, .5 * .5 - 0 = .25 for 2.
        assertThat(Mmr.choose(relevance, (i, j) -> alike[i][j], 3, 0.5)).containsExactly(0, 2, 1);
        // After 0: .8 * .9 - .2 * .8 = .56 for 1, .8 * .5 = .4 for 2.
        assertThat(Mmr.choose(relevance, (i, j) -> alike[i][j], 3, 0.2)).containsExactly(0, 1, 2);
    }

    @Test
    void agreesWithTheFormula() {
        Random random = new Random(31);
        for (int round = 0; round < 100; round++) {
            int n = 1 + random.nextInt(30);
            float[][] alike = Vectors.cosines(random, n, 4);
            float[] relevance = Vectors.relevance(random, n);
            double lambda = random.nextInt(11) / 10.0;

            int[] chosen = Mmr.choose(relevance, (i, j) -> alike[i][j], 12, lambda);

            assertThat(chosen).as("seed 31, round " + round).isEqualTo(naive(relevance, alike, 12, lambda));
        }
    }

    private static int[] naive(float[] relevance, float[][] alike, int limit, double lambda) {
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(limit, relevance.length)) {
            int best = -1;
            double bestValue = 0;
            for (int i = 0; i < relevance.length; i++) {
                int candidate = i;
                double nearest = chosen.stream()
                        .mapToDouble(j -> alike[candidate][j])
                        .max()
                        .orElse(0);
                double value = (1 - lambda) * relevance[i] - lambda * nearest;
                if (!chosen.contains(i) && (best < 0 || value > bestValue)) {
                    best = i;
                    bestValue = value;
                }
            }
            chosen.add(best);
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void withoutWeightTheOrderStays() {
        assertThat(Mmr.choose(new float[] {3, 2, 1}, (i, j) -> 1, 2, 0)).containsExactly(0, 1);
        assertThat(Mmr.choose(new float[0], (i, j) -> 1, 2, 0.5)).isEmpty();
        assertThat(Mmr.choose(new float[] {1, 1}, (i, j) -> Float.NaN, 5, 1)).containsExactly(0, 1);
    }

    @Test
    void badNumbersAreRefused() {
        float[] one = {1};
        assertThatThrownBy(() -> Mmr.choose(one, (i, j) -> 1, 1, Double.NaN))
                .hasMessage("The lambda of MMR is NaN, but must be 0.0 to 1.0.");
        assertThatThrownBy(() -> Mmr.choose(one, (i, j) -> 1, 1, 1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> Mmr.choose(new float[] {Float.NaN}, (i, j) -> 1, 1, 0.5))
                .hasMessage("The relevance of candidate 0 is NaN, but must be finite.");
    }
}
