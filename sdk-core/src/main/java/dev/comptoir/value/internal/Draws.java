package dev.comptoir.value.internal;

/**
 * Seeded random numbers of the distributions that the models need. Written out here so that a seed gives the same numbers on
 * every JDK. Not thread-safe.
 */
public final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** Begins a sequence of its own for every seed. */
    public Draws(long seed) {
        this.state = seed;
    }

    /** A seed out of a seed and a number, such that neighbours have nothing in common. */
    public static long mix(long seed, long number) {
        return scramble(seed * 31 + scramble(number + GOLDEN));
    }

    /** Uniform, above 0 and below 1. */
    public double uniform() {
        state += GOLDEN;
        return ((scramble(state) >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** Normal with mean 0 and variance 1 (Box and Muller). */
    public double gaussian() {
        return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    /** Exponential with mean 1. */
    public double exponential() {
        return -Math.log(uniform());
    }

    /** Gamma with a shape above 0 and scale 1 (Marsaglia and Tsang 2000). */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.exp(Math.log(uniform()) / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** Beta with both parameters above 0. */
    public double beta(double a, double b) {
        double x = gamma(a);
        double y = gamma(b);
        // Two tiny parameters can both underflow; then the mass lies at the ends.
        return x + y > 0 ? x / (x + y) : uniform() < a / (a + b) ? 1 : 0;
    }

    /** SplitMix64 (Steele, Lea, Flood 2014). */
    private static long scramble(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
