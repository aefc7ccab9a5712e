package dev.comptoir.recommend.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpdInverseTest {
    private static final long SEED = 20_240_607;

    @Test
    void aMatrixOfTwoRowsIsInvertedAsByHand() {
        double[][] lower = {{4}, {1, 3}};

        SpdInverse.invert(lower, Tiles.sequential());

        assertThat(lower[0][0]).isCloseTo(3 / 11.0, within(1e-15));
        assertThat(lower[1][0]).isCloseTo(-1 / 11.0, within(1e-15));
        assertThat(lower[1][1]).isCloseTo(4 / 11.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 63, 64, 65, 127, 130, 257, 1100})
    void theProductWithTheMatrixIsTheIdentity(int n) {
        double[][] matrix = matrix(n);
        double[][] inverse = copy(matrix);
        float[][] single = toFloat(matrix);

        SpdInverse.invert(inverse, Tiles.sequential());
        SpdInverse.invert(single, Tiles.sequential());

        assertThat(worstError(matrix, inverse)).as("double, seed %d", SEED).isLessThan(1e-11);
        assertThat(worstDifference(inverse, single)).as("single, seed %d", SEED).isLessThan(1e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 65, 130, 257})
    void theWholeInverseIsTheTriangleAndItsMirror(int n) {
        float[][] lower = toFloat(matrix(n));
        float[][] rows = new float[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(lower[i], n);
            Arrays.fill(rows[i], i + 1, n, Float.NaN);
        }

        SpdInverse.invert(lower, Tiles.sequential());
        SpdInverse.invertFull(rows, Tiles.sequential());

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(rows[i][j]).as("%d, %d", i, j).isEqualTo(lower[Math.max(i, j)][Math.min(i, j)]);
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotShow() {
        int n = 333;
        float[][] one = toFloat(matrix(n));
        double[][] oneDouble = matrix(n);
        SpdInverse.invert(one, Tiles.sequential());
        SpdInverse.invert(oneDouble, Tiles.sequential());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {2, 8}) {
                float[][] many = toFloat(matrix(n));
                double[][] manyDouble = matrix(n);
                SpdInverse.invert(many, Tiles.on(pool, threads));
                SpdInverse.invert(manyDouble, Tiles.on(pool, threads));

                assertThat(Arrays.deepEquals(one, many))
                        .as("%d threads", threads)
                        .isTrue();
                assertThat(Arrays.deepEquals(oneDouble, manyDouble))
                        .as("%d threads", threads)
                        .isTrue();
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anExecutorThatRefusesCostsOnlyTime() {
        float[][] alone = toFloat(matrix(200));
        float[][] refused = toFloat(matrix(200));

        SpdInverse.invert(alone, Tiles.sequential());
        SpdInverse.invert(
                refused,
                Tiles.on(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        4));

        assertThat(Arrays.deepEquals(alone, refused)).isTrue();
    }

    @Test
    void anExecutorThatNeverRunsAnythingDoesNotBlock() {
        float[][] lower = toFloat(matrix(150));

        SpdInverse.invert(lower, Tiles.on(task -> {}, 4));

        assertThat(lower[0][0]).isPositive();
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> SpdInverse.invert(new double[][] {{1}, {2, 1}}, Tiles.sequential()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("-3.0 at row 1");
    }

    @Test
    void aTriangleWithAWrongRowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpdInverse.invert(new float[][] {{1}, {2}}, Tiles.sequential()))
                .withMessageContaining("Row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpdInverse.invertFull(new float[][] {{1, 0}, {2}}, Tiles.sequential()))
                .withMessageContaining("Row 1");
    }

    @Test
    void aFailureInAPieceOfWorkReachesTheCaller() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertThatThrownBy(() -> Tiles.on(pool, 2).run(100, piece -> {
                        if (piece == 50) {
                            throw new IllegalStateException("piece 50");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("piece 50");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void memoryIsEstimatedFromTheTriangle() {
        assertThat(SpdInverse.estimateBytes(10_000, Float.BYTES)).isBetween(200_000_000L, 210_000_000L);
    }

    /** A random symmetric matrix with a heavy diagonal. */
    private static double[][] matrix(int n) {
        SplittableRandom random = new SplittableRandom(SEED + n);
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = random.nextDouble() - 0.5;
            }
            lower[i][i] = 1 + Math.sqrt(n) + random.nextDouble();
        }
        return lower;
    }

    private static double[][] copy(double[][] lower) {
        return Arrays.stream(lower).map(double[]::clone).toArray(double[][]::new);
    }

    private static float[][] toFloat(double[][] lower) {
        float[][] result = new float[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            result[i] = new float[i + 1];
            for (int j = 0; j <= i; j++) {
                result[i][j] = (float) lower[i][j];
            }
        }
        return result;
    }

    private static double at(double[][] lower, int i, int j) {
        return i >= j ? lower[i][j] : lower[j][i];
    }

    private static double worstError(double[][] matrix, double[][] inverse) {
        double worst = 0;
        int n = matrix.length;
        for (int i = 0; i < n; i += Math.max(1, n / 97)) {
            for (int j = 0; j < n; j++) {
                double sum = i == j ? -1 : 0;
                for (int k = 0; k < n; k++) {
                    sum += at(matrix, i, k) * at(inverse, k, j);
                }
                worst = Math.max(worst, Math.abs(sum));
            }
        }
        return worst;
    }

    private static double worstDifference(double[][] expected, float[][] actual) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j <= i; j++) {
                worst = Math.max(worst, Math.abs(expected[i][j] - actual[i][j]));
            }
        }
        return worst;
    }
}
