package dev.comptoir.recommend.model.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EaseTest {
    private static final long SEED = 7;

    @Test
    void twoItemsBoughtTogetherGiveTheWeightsWorkedByHand() {
        // G = [2 1; 1 2], regularization 1: A = [3 1; 1 3], P = [3 -1; -1 3] / 8, B = 1/3.
        InteractionMatrix matrix = InteractionMatrix.of(2, List.of(new int[] {0, 1}, new int[] {0}, new int[] {1}));

        Ease ease = Ease.train(matrix, 1, Tiles.sequential());

        assertThat(ease.weight(0, 1)).isCloseTo(1 / 3.0, within(1e-7));
        assertThat(ease.weight(1, 0)).isCloseTo(1 / 3.0, within(1e-7));
        assertThat(ease.weight(0, 0)).isZero();
        assertThat(ease.scores(new int[] {0}, new double[] {2}))
                .containsExactly(new double[] {0, 2 / 3.0}, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1,true,1e-7", "5,true,1e-7", "230,true,1e-7", "5,false,1e-6", "230,false,1e-5"})
    void weightsAgreeWithANaiveReference(int items, boolean doublePrecision, double tolerance) {
        InteractionMatrix matrix = matrix(items, 3 * items);
        double[][] expected = naiveWeights(matrix, 20);

        Ease ease = Ease.train(
                matrix, ItemFeatures.none(items), new Objective(20, 0, 0), Tiles.sequential(), doublePrecision);

        double worst = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                worst = Math.max(worst, Math.abs(expected[i][j] - ease.weight(i, j)));
            }
        }
        assertThat(worst).as("seed %d", SEED).isLessThan(tolerance);
    }

    @Test
    void scoresAreSumsOfWeights() {
        Ease ease = Ease.train(matrix(40, 200), 5, Tiles.sequential());

        double[] scores = ease.scores(new int[] {3, 17, 39}, new double[] {1, 0.5, 0.25});

        for (int j = 0; j < 40; j++) {
            assertThat(scores[j])
                    .isCloseTo(ease.weight(3, j) + 0.5 * ease.weight(17, j) + 0.25 * ease.weight(39, j), within(1e-7));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotShow() {
        InteractionMatrix matrix = matrix(300, 700);
        int[] items = {1, 100, 299};
        double[] ones = {1, 1, 1};
        double[] expected = Ease.train(matrix, 50, Tiles.sequential()).scores(items, ones);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {1, 2, 8}) {
                assertThat(Ease.train(matrix, 50, Tiles.on(pool, threads)).scores(items, ones))
                        .as("%d threads", threads)
                        .containsExactly(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRegularizationThatIsNotAboveZeroIsRefused(double regularization) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ease.train(matrix(3, 5), regularization, Tiles.sequential()))
                .withMessageContaining(String.valueOf(regularization));
    }

    private static InteractionMatrix matrix(int items, int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<int[]> all = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            int[] row = new int[1 + random.nextInt(6)];
            for (int k = 0; k < row.length; k++) {
                row[k] = (int) (items * Math.pow(random.nextDouble(), 2));
            }
            all.add(row);
        }
        return InteractionMatrix.of(items, all);
    }

    /** The formula of the paper, by Gauss-Jordan elimination without any care for speed. */
    private static double[][] naiveWeights(InteractionMatrix matrix, double regularization) {
        int n = matrix.items();
        double[][] a = new double[n][2 * n];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int k = 0; k < matrix.rowLength(row); k++) {
                for (int l = 0; l < matrix.rowLength(row); l++) {
                    a[matrix.item(row, k)][matrix.item(row, l)]++;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            a[i][i] += regularization;
            a[i][n + i] = 1;
        }
        for (int p = 0; p < n; p++) {
            double pivot = a[p][p];
            for (int j = 0; j < 2 * n; j++) {
                a[p][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i][p];
                if (i != p && factor != 0) {
                    for (int j = 0; j < 2 * n; j++) {
                        a[i][j] -= factor * a[p][j];
                    }
                }
            }
        }
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weights[i][j] = i == j ? 0 : -a[i][n + j] / a[j][n + j];
            }
        }
        return weights;
    }
}
