package dev.comptoir.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void exactUpToTheLimitAndAtMostOneIn128TooSmallAbove() {
        Counts exact = new Counts();
        Counts rounded = new Counts();
        for (long value = 1; value <= Counts.EXACT_VALUES; value++) {
            exact.add(value * 1000);
        }
        assertThat(exact.twiceMedian()).isEqualTo(512_000 + 513_000);
        long last = 200_000;
        for (long value = 1; value <= last; value++) {
            rounded.add(value * 1000);
        }
        assertThat(rounded.size()).isEqualTo(last);
        assertThat(rounded.distinct()).isLessThan(Counts.EXACT_VALUES * 4);
        assertThat(rounded.twiceMedian() / 2.0).isBetween(100_000_000 * (1 - 1.0 / 128), 100_001_000.0);
    }

    @Test
    void theOrderNeverShows() {
        long seed = 7;
        Random random = new Random(seed);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            values.add((long) random.nextInt(i % 3 == 0 ? 100_000 : 300));
        }
        String expected = describe(values);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(values, random);
            assertThat(describe(values)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void ranksAreThoseOfASortedArrayWhileNumbersComeAndGo() {
        long seed = 11;
        Random random = new Random(seed);
        List<Long> naive = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            naive.add((long) random.nextInt(500));
        }
        RankedLongs ranked =
                new RankedLongs(naive.stream().mapToLong(number -> number).toArray());
        for (int i = 0; i < 4000; i++) {
            if (random.nextBoolean() && !naive.isEmpty()) {
                ranked.remove(naive.remove(random.nextInt(naive.size())));
            } else {
                long number = random.nextInt(500);
                naive.add(number);
                ranked.add(number);
            }
            if (i % 50 == 0) {
                long asked = random.nextInt(502) - 1L;
                assertThat(ranked.below(asked)).as("seed %d", seed).isEqualTo((int)
                        naive.stream().filter(n -> n < asked).count());
                assertThat(ranked.notAbove(asked))
                        .isEqualTo((int) naive.stream().filter(n -> n <= asked).count());
                assertThat(ranked.size()).isEqualTo(naive.size());
            }
        }
    }

    private static String describe(List<Long> values) {
        Counts counts = new Counts();
        values.forEach(counts::add);
        long[] seen = new long[counts.distinct() * 2];
        for (int i = 0; i < counts.distinct(); i++) {
            seen[2 * i] = counts.value(i);
            seen[2 * i + 1] = counts.times(i);
        }
        return Arrays.toString(seen);
    }
}
