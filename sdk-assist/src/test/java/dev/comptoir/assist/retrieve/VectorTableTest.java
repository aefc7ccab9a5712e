package dev.comptoir.assist.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorTableTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 255", "4, 256", "7, 257", "64, 700"})
    void productsAreThoseOfEachRow(int dimension, int rows) {
        long seed = 7L * dimension + rows;
        Random random = new Random(seed);
        VectorTable table = new VectorTable(dimension);
        List<float[]> all = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            all.add(vector(random, dimension));
            assertThat(table.add(all.get(r))).isEqualTo(r);
        }
        float[] query = vector(random, dimension);

        float[] products = table.products(query);

        for (int r = 0; r < rows; r++) {
            double expected = 0;
            for (int d = 0; d < dimension; d++) {
                expected += (double) query[d] * all.get(r)[d];
            }
            assertThat((double) products[r]).as("seed %d, row %d", seed, r).isCloseTo(expected, within(1e-4));
            assertThat(table.row(r)).isEqualTo(all.get(r));
        }
    }

    private static float[] vector(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }
}
