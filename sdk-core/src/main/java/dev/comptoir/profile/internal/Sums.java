package dev.comptoir.profile.internal;

/**
 * Sums of hostile amounts stop at the limit of 64 bits instead of turning negative. What only ever grows is summed apart from what
 * lowers it: then the order of the summands does not show even at the limit.
 */
final class Sums {
    private Sums() {}

    static long plus(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (a < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE) : sum;
    }

    static int plus(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }
}
