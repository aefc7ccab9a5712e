package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastDppTest {
    @Test
    void agreesWithGreedyDeterminants() {
        Random random = new Random(97);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(25);
            float[][] alike = Vectors.cosines(random, n, 12);
            float[] relevance = Vectors.relevance(random, n);
            double theta = random.nextInt(6);

            int[] chosen = FastDpp.choose(relevance, (i, j) -> alike[i][j], 8, theta);

            assertThat(chosen).as("seed 97, round " + round).isEqualTo(naive(relevance, alike, 8, theta));
        }
    }

    /** Adds whoever makes the determinant of the chosen part of L largest. */
    private static int[] naive(float[] relevance, float[][] alike, int limit, double theta) {
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(limit, relevance.length)) {
            int best = -1;
            double bestValue = 0;
            for (int i = 0; i < relevance.length; i++) {
                if (chosen.contains(i)) {
                    continue;
                }
                List<Integer> with = new ArrayList<>(chosen);
                with.add(i);
                double[][] part = new double[with.size()][with.size()];
                for (int a = 0; a < part.length; a++) {
                    for (int b = 0; b < part.length; b++) {
                        int left = with.get(a);
                        int right = with.get(b);
                        part[a][b] = Math.exp(theta * (relevance[left] + relevance[right]))
                                * (left == right ? 1 : alike[left][right]);
                    }
                }
                double value = determinant(part);
                if (best < 0 || value > bestValue) {
                    best = i;
                    bestValue = value;
                }
            }
            chosen.add(best);
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double determinant(double[][] a) {
        double determinant = 1;
        for (int k = 0; k < a.length; k++) {
            int pivot = k;
            for (int i = k + 1; i < a.length; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] swapped = a[k];
            a[k] = a[pivot];
            a[pivot] = swapped;
            determinant *= pivot == k ? a[k][k] : -a[k][k];
            for (int i = k + 1; i < a.length; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < a.length; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return determinant;
    }

    @Test
    void doublesComeLastButCome() {
        // 0, 1 and 2 are the same thing.
        Similarity doubles = (i, j) -> i == j || (i < 3 && j < 3) ? 1 : 0;
        float[] relevance = {1, 0.9f, 0.8f, 0.1f, 0};

        assertThat(FastDpp.choose(relevance, doubles, 4, 1)).containsExactly(0, 3, 4, 1);
        assertThat(FastDpp.choose(relevance, doubles, 9, 1)).containsExactly(0, 3, 4, 1, 2);
        assertThat(FastDpp.choose(new float[] {1, 1, 1}, (i, j) -> 1, 3, 20)).containsExactly(0, 1, 2);
        assertThat(FastDpp.choose(new float[0], doubles, 3, 1)).isEmpty();
    }

    @Test
    void whatIsNoSimilarityStillFillsTheList() {
        assertThat(FastDpp.choose(new float[] {1, 0.5f, 0}, (i, j) -> 7, 3, 1)).containsExactly(0, 1, 2);
        assertThat(FastDpp.choose(new float[] {1, 0.5f, 0}, (i, j) -> Float.NaN, 3, 1))
                .containsExactly(0, 1, 2);
    }

    @Test
    void badNumbersAreRefused() {
        assertThatThrownBy(() -> FastDpp.choose(new float[] {1}, (i, j) -> 1, 1, Double.NaN))
                .hasMessage("The theta of the DPP is NaN, but must be 0.0 to 20.0.");
        assertThatThrownBy(() -> FastDpp.choose(new float[] {2}, (i, j) -> 1, 1, 1))
                .hasMessageContaining("The relevance of a candidate is 2.0");
    }
}
