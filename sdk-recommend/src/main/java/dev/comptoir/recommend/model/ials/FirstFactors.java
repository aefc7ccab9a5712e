package dev.comptoir.recommend.model.ials;

/** The vectors training begins with: normal numbers that depend on seed, row and factor only, in whatever order they are asked for. */
final class FirstFactors {
    /*
     * A counter passed through the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) gives 53 bits, the inverse of the
     * normal distribution makes them normal: the rational approximation of Acklam, relative error 1.2e-9, whose
     * middle part needs no logarithm.
     */
    private static final double LOW = 0.02425;

    private final long seed;
    private final double deviation;

    /** Standard deviation .1 / sqrt(factors), as in the paper. */
    FirstFactors(long seed, int factors) {
        this.seed = mix(seed + 0x9E3779B97F4A7C15L);
        this.deviation = 0.1 / Math.sqrt(factors);
    }

    void fill(int row, float[] factors) {
        long key = mix(seed ^ (row * 0xD1342543DE82EF95L + 0x2545F4914F6CDD1DL));
        for (int k = 0; k < factors.length; k++) {
            double uniform = ((mix(key + (k + 1L) * 0x9E3779B97F4A7C15L) >>> 12) + 0.5) * 0x1.0p-52;
            factors[k] = (float) (deviation * normal(uniform));
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** The value below which a share {@code p} of a standard normal distribution lies; p is inside of 0 to 1. */
    static double normal(double p) {
        if (p < LOW) {
            return tail(StrictMath.sqrt(-2 * StrictMath.log(p)));
        }
        if (p > 1 - LOW) {
            return -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        double above =
                ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.3577518672690) * r
                                        - 30.66479806614716)
                                * r
                        + 2.506628277459239;
        double below =
                ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r
                                        - 13.28068155288572)
                                * r
                        + 1;
        return q * above / below;
    }

    private static double tail(double q) {
        double above =
                ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734)
                                                * q
                                        + 4.374664141464968)
                                * q
                        + 2.938163982698783;
        double below =
                (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q
                        + 1;
        return above / below;
    }
}
