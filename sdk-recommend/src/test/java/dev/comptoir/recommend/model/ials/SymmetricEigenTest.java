package dev.comptoir.recommend.model.ials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricEigenTest {
    private static final long SEED = 5;

    @Test
    void aTwoByTwoMatrixWorkedByHand() {
        SymmetricEigen eigen = new SymmetricEigen(new double[][] {{2, 1}, {1, 2}});

        assertThat(eigen.values).containsExactly(new double[] {3, 1}, within(1e-14));
        assertThat(eigen.vectors[0][0]).isCloseTo(eigen.vectors[0][1], within(1e-14));
    }

    /** Full rank, low rank (many equal eigenvalues), and nothing at all. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,1", "17,17", "64,64", "64,5", "64,0", "130,130"})
    void vectorsAreOrthonormalAndMakeTheMatrixDiagonal(int size, int rank) {
        double[][] a = gram(size, rank);
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = a[i].clone();
        }
        SymmetricEigen eigen = new SymmetricEigen(copy);
        double scale = 1 + Math.abs(eigen.values[0]);

        for (int p = 0; p < size; p++) {
            for (int q = 0; q <= p; q++) {
                double product = 0;
                double turned = 0;
                for (int i = 0; i < size; i++) {
                    product += eigen.vectors[p][i] * eigen.vectors[q][i];
                    for (int j = 0; j < size; j++) {
                        turned += eigen.vectors[p][i] * a[i][j] * eigen.vectors[q][j];
                    }
                }
                assertThat(product).as("%d %d, seed %d", p, q, SEED).isCloseTo(p == q ? 1 : 0, within(1e-11));
                assertThat(turned)
                        .as("%d %d, seed %d", p, q, SEED)
                        .isCloseTo(p == q ? eigen.values[p] : 0, within(1e-11 * scale));
            }
            assertThat(p == 0 || eigen.values[p - 1] >= eigen.values[p]).isTrue();
        }
    }

    private static double[][] gram(int size, int rank) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] a = new double[size][size];
        for (int r = 0; r < rank; r++) {
            double[] v = random.doubles(size, -1, 1).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    a[i][j] += v[i] * v[j];
                }
            }
        }
        return a;
    }
}
