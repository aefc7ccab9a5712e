package dev.comptoir.profile.internal;

/** Sums of hostile amounts stop at the limit of 64 bits instead of turning negative. */
final class Sums {
    private Sums() {}

    static long plus(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (a < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE) : sum;
    }
}
