package dev.comptoir.recommend.evaluate.statistics;

import java.util.SplittableRandom;

/** A stream of random numbers for every round, so that threads do not show. Stateless. */
final class Seeds {
    private Seeds() {}

    static SplittableRandom of(long seed, int round) {
        // The first number mixes both: streams of neighbouring rounds would otherwise be the same one, shifted.
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + new SplittableRandom(round).nextLong());
    }
}
