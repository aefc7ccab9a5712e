package dev.comptoir.recommend.evaluate.statistics;

import dev.comptoir.recommend.linalg.Tiles;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The paired permutation test: were no model better, every unit's difference could as well have the other sign. Stateless. */
public final class SignFlip {
    /** The smallest p-value is about 1 / 10,000. */
    public static final int ROUNDS = 10_000;

    /*
     * Fisher's randomisation test for pairs. T = |sum of differences|; p = (1 + rounds with T* >= T) / (1 + rounds), which
     * counts the data themselves as one round, so that p is valid and never 0. Differences of 0 change nothing and are left
     * out. Sums that are equal but for rounding count as equal.
     */
    private static final int ROUNDS_PER_TILE = 250;

    private SignFlip() {}

    /**
     * The two-sided p-value of a mean of 0; 1 where all differences are 0.
     *
     * @param rounds at least 100
     */
    public static double pValue(Sample differences, int rounds, long seed, Tiles tiles) {
        if (rounds < 100) {
            throw new IllegalArgumentException("The number of rounds is " + rounds + ", but must be at least 100.");
        }
        double[] d =
                Arrays.stream(differences.sumsByUnit()).filter(sum -> sum != 0).toArray();
        if (d.length == 0) {
            return 1;
        }
        double total = 0;
        double size = 0;
        for (double one : d) {
            total += one;
            size += Math.abs(one);
        }
        double all = total;
        double observed = Math.abs(total) - 1e-12 * size;
        int[] extreme = new int[(rounds + ROUNDS_PER_TILE - 1) / ROUNDS_PER_TILE];
        tiles.run(extreme.length, tile -> {
            int end = Math.min(rounds, (tile + 1) * ROUNDS_PER_TILE);
            for (int round = tile * ROUNDS_PER_TILE; round < end; round++) {
                extreme[tile] += Math.abs(2 * kept(d, Seeds.of(seed, round)) - all) >= observed ? 1 : 0;
            }
        });
        return (1.0 + Arrays.stream(extreme).sum()) / (1.0 + rounds);
    }

    /** The sum of a random half. */
    private static double kept(double[] d, SplittableRandom random) {
        double sum = 0;
        for (int first = 0; first < d.length; first += Long.SIZE) {
            long bits = random.nextLong();
            int end = Math.min(d.length, first + Long.SIZE);
            for (int k = first; k < end; k++) {
                // Without a branch: half of them would be guessed wrong.
                sum += d[k] * (bits & 1);
                bits >>>= 1;
            }
        }
        return sum;
    }
}
