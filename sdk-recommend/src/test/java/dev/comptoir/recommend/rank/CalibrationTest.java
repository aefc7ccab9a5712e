package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final long DAY = 86_400_000L;

    @Test
    void sevenOfTenAndThreeOfTenAsInThePaper() {
        // Steck's example: somebody who watches 70 % romances and 30 % action, and a score that likes romances only.
        float[] relevance = new float[40];
        int[] group = new int[40];
        for (int i = 0; i < 40; i++) {
            group[i] = i < 20 ? 0 : 1;
            relevance[i] = i < 20 ? 1 - i / 100f : 0.5f - i / 100f;
        }
        int[] chosen = Calibration.choose(relevance, group, new double[] {0.7, 0.3}, 10, 0.99, 0.01);

        assertThat(boxed(chosen)).filteredOn(i -> group[i] == 0).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(boxed(chosen)).filteredOn(i -> group[i] == 1).containsExactly(20, 21, 22);
        assertThat(Calibration.choose(relevance, group, new double[] {0.7, 0.3}, 10, 0, 0.01))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void divergenceWorkedByHand() {
        // q = (1, 0), q~ = .99 q + .01 p = (.997, .003): .7 ln(.7/.997) + .3 ln(.3/.003)
        assertThat(Calibration.divergence(new double[] {0.7, 0.3}, new int[] {3, 0}, 3, 0.01))
                .isCloseTo(0.7 * Math.log(0.7 / 0.997) + 0.3 * Math.log(100), within(1e-12));
        assertThat(Calibration.divergence(new double[] {0.5, 0.5, 0}, new int[] {2, 2, 0}, 4, 0.01))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void agreesWithTheFormula() {
        Random random = new Random(59);
        for (int round = 0; round < 100; round++) {
            int n = 1 + random.nextInt(40);
            int groups = 1 + random.nextInt(5);
            float[] relevance = Vectors.relevance(random, n);
            int[] group = random.ints(n, -1, groups).toArray();
            double[] mix = mix(random, groups);
            double lambda = random.nextInt(11) / 10.0;

            int[] chosen = Calibration.choose(relevance, group, mix, 15, lambda, 0.01);

            List<Integer> list = new ArrayList<>();
            for (int next : chosen) {
                double value = value(relevance, group, mix, list, next, lambda);
                for (int other = 0; other < n; other++) {
                    if (!list.contains(other)) {
                        assertThat(value(relevance, group, mix, list, other, lambda))
                                .as("seed 59, round " + round + ", place " + list.size())
                                .isLessThanOrEqualTo(value + 1e-9);
                    }
                }
                list.add(next);
            }
            assertThat(chosen).hasSize(Math.min(15, n)).doesNotHaveDuplicates();
        }
    }

    /** The whole objective of a list with one more, from its definition. */
    private static double value(
            float[] relevance, int[] group, double[] mix, List<Integer> list, int next, double lambda) {
        List<Integer> all = new ArrayList<>(list);
        all.add(next);
        double sum = 0;
        double[] q = new double[mix.length];
        for (int i : all) {
            sum += relevance[i];
            if (group[i] >= 0) {
                q[group[i]] += 1.0 / all.size();
            }
        }
        double divergence = 0;
        for (int g = 0; g < mix.length; g++) {
            divergence += mix[g] == 0 ? 0 : mix[g] * Math.log(mix[g] / (0.99 * q[g] + 0.01 * mix[g]));
        }
        return (1 - lambda) * sum - lambda * divergence;
    }

    private static double[] mix(Random random, int groups) {
        double[] mix = new double[groups];
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            mix[g] = random.nextInt(4) == 0 && g > 0 ? 0 : random.nextDouble();
            sum += mix[g];
        }
        for (int g = 0; g < groups; g++) {
            mix[g] /= sum;
        }
        return mix;
    }

    @Test
    void badNumbersAreRefused() {
        float[] one = {1};
        int[] group = {0};
        assertThatThrownBy(() -> Calibration.choose(one, group, new double[] {1}, 1, Double.NaN, 0.01))
                .hasMessage("The lambda of the calibration is NaN, but must be 0.0 to 1.0.");
        assertThatThrownBy(() -> Calibration.choose(one, group, new double[] {1}, 1, 0.5, 0))
                .hasMessageContaining("alpha of the calibration is 0.0");
        assertThatThrownBy(() -> Calibration.choose(one, group, new double[] {0.5}, 1, 0.5, 0.01))
                .hasMessageContaining("add up to 0.5");
        assertThatThrownBy(() -> Calibration.choose(one, group, new double[] {Double.NaN}, 1, 0.5, 0.01))
                .hasMessageContaining("share of category 0 is NaN");
    }

    @Test
    void theMixCountsNewPurchasesMore() {
        int[] group = {0, 0, 1, -1};
        History history = History.of(40 * DAY, new long[] {0, 30 * DAY}, new int[][] {{0, 1, 3}, {2, 3, 9}});
        // Two lines of half a weight against one of a whole one.
        assertThat(CategoryMix.of(history, group, 2, 30)).containsExactly(0.5, 0.5);
        assertThat(CategoryMix.of(history, group, 2, Double.POSITIVE_INFINITY)[0])
                .isCloseTo(2 / 3.0, within(1e-12));
        History old = History.of(Long.MAX_VALUE / 4, new long[] {0, 3000 * DAY}, new int[][] {{0}, {2}});
        assertThat(CategoryMix.of(old, group, 2, 1)).containsExactly(0, 1);
        assertThat(CategoryMix.of(History.empty(0), group, 2, 30)).isEmpty();
        assertThatThrownBy(() -> CategoryMix.of(old, group, 2, Double.NaN)).hasMessageContaining("half-life is NaN");
    }
}
