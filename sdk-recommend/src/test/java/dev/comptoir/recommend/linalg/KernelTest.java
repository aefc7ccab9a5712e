package dev.comptoir.recommend.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both kernels against sums written out, to the bit. */
class KernelTest {
    private static final long SEED = 20_261_124;

    static Kernel[] kernels() {
        return new Kernel[] {Kernel.plain(), Kernel.best()};
    }

    @Test
    void theVectorKernelIsTheBestWhereItsModuleIsPresent() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(Kernel.best().name()).isEqualTo(present ? "vector" : "plain");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void weightedRowsAddUpInOrder(Kernel kernel) {
        for (int length : new int[] {1, 3, 16, 63, 1024, 1025, 2100}) {
            for (int size : new int[] {0, 1, 3, 4, 9}) {
                float[][] rows = random(12, length);
                float[] weights = random(1, 12)[0];
                int[] indexes = {3, 11, 0, 7, 7, 2, 5, 1, 10, 0, 0, 0};
                float[] sums = random(1, length)[0];
                float[] expected = sums.clone();
                for (int k = 0; k < size; k++) {
                    for (int j = 0; j < length; j++) {
                        expected[j] = Math.fma(weights[k], rows[indexes[k]][j], expected[j]);
                    }
                }

                kernel.addRows(rows, indexes, weights, size, sums, length);

                assertThat(sums)
                        .as("%s, %d of %d, seed %d", kernel.name(), size, length, SEED)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theGramMatrixOfSomeRowsAddsUpInOrder(Kernel kernel) {
        for (int d : new int[] {1, 2, 5, 16, 31, 64, 65, 66, 67, 70, 128, 131}) {
            for (int count : new int[] {0, 1, 7, 20}) {
                float[][] left = random(count, d);
                float[][] right = random(count + 1, d);
                float[][] sums = random(d, d);
                float[][] expected = Arrays.stream(sums).map(float[]::clone).toArray(float[][]::new);

                kernel.addGram(left, right, count, sums);

                for (int i = 0; i < d; i++) {
                    for (int j = 0; j <= i; j++) {
                        float sum = expected[i][j];
                        for (int k = 0; k < count; k++) {
                            sum = Math.fma(left[k][i], right[k][j], sum);
                        }
                        assertThat(sums[i][j])
                                .as("%s, d = %d, count = %d, at %d %d, seed %d", kernel.name(), d, count, i, j, SEED)
                                .isEqualTo(sum);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 63, 64, 66, 130, 257, 1100})
    void theInverseIsTheSameByBothKernels(int n) {
        float[][] plain = matrix(n);
        float[][] best = matrix(n);
        float[][] triangle = new float[n][];
        for (int i = 0; i < n; i++) {
            triangle[i] = Arrays.copyOf(plain[i], i + 1);
        }

        SpdInverse.invertFull(Kernels.PLAIN, plain, Tiles.sequential());
        SpdInverse.invertFull(Kernels.BEST, best, Tiles.sequential());
        SpdInverse.invert(triangle, Tiles.sequential());

        for (int i = 0; i < n; i++) {
            assertThat(best[i]).as("row %d, seed %d", i, SEED).isEqualTo(plain[i]);
            assertThat(triangle[i]).as("row %d, seed %d", i, SEED).isEqualTo(Arrays.copyOf(plain[i], i + 1));
        }
    }

    private static float[][] random(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(SEED + 31L * rows + columns);
        float[][] result = new float[rows][columns];
        for (float[] row : result) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float) random.nextDouble() - 0.5f;
            }
        }
        return result;
    }

    /** A heavy diagonal; above it, what must not be read. */
    private static float[][] matrix(int n) {
        float[][] result = random(n, n);
        for (int i = 0; i < n; i++) {
            result[i][i] += 1 + (float) Math.sqrt(n);
            Arrays.fill(result[i], i + 1, n, Float.NaN);
        }
        return result;
    }
}
