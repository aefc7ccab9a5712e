package dev.comptoir.segment.learned;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws out of 0 to n - 1, the same for the same seed. */
final class Sample {
    private Sample() {}

    /** {@code size} different ones, ascending; all of them where there are no more. */
    static int[] without(int n, int size, SplittableRandom random) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        if (size >= n) {
            return all;
        }
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(n - i);
            int other = all[j];
            all[j] = all[i];
            all[i] = other;
        }
        int[] drawn = Arrays.copyOf(all, size);
        Arrays.sort(drawn);
        return drawn;
    }

    /** {@code n} of them, ascending, some more than once. */
    static int[] with(int n, SplittableRandom random) {
        int[] drawn = new int[n];
        Arrays.setAll(drawn, i -> random.nextInt(n));
        Arrays.sort(drawn);
        return drawn;
    }
}
