package dev.comptoir.recommend.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void theSmallestComeToTheFrontInWhateverOrderTheyLie() {
        Random random = new Random(3);
        int size = 5000;
        for (IntToLongFunction order : new IntToLongFunction[] {
            k -> k,
            k -> -k,
            k -> k < size / 2 ? 2L * k : 2L * (size - k) - 1,
            k -> k * 7919L % 5003,
            k -> ((long) random.nextInt() << 13) + k
        }) {
            for (int count : new int[] {1, 2, 100, size / 2, size - 1, size}) {
                long[] keys = new long[size];
                Arrays.setAll(keys, order);
                long[] sorted = keys.clone();
                Arrays.sort(sorted);

                Selection.smallest(keys, size, count);

                Arrays.sort(keys, 0, count);
                assertThat(Arrays.copyOf(keys, count)).containsExactly(Arrays.copyOf(sorted, count));
            }
        }
    }
}
