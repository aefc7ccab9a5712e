package dev.comptoir.value.internal;

/** Counts of a Poisson process whose rate is Gamma(shape, rate)-distributed. */
public final class NegativeBinomial {
    /** e to minus this can be multiplied up again without loss. */
    private static final double SAFE = 600;

    private static final double NEGLIGIBLE = 1e-18;
    private static final double[] INVERSE = new double[1024];

    static {
        for (int n = 1; n < INVERSE.length; n++) {
            INVERSE[n] = 1.0 / n;
        }
    }

    private NegativeBinomial() {}

    /**
     * Adds {@code weight} times the probability of each count to an array, where {@code into[offset]} stands for count 0. It
     * begins at the most likely count and goes both ways, so that nothing underflows that matters.
     */
    public static void add(double shape, double rate, double time, double weight, double[] into, int offset) {
        int last = into.length - 1 - offset;
        if (last < 0 || weight == 0) {
            return;
        }
        if (time <= 0) {
            into[offset] += weight;
            return;
        }
        double q = time / (rate + time);
        double none = -shape * Math.log1p(time / rate);
        double mode = Math.floor((shape - 1) * time / rate);
        int start = none > -SAFE ? 0 : (int) Math.max(0, Math.min(mode, last));
        double peak = weight
                * Math.exp(
                        start == 0
                                ? none
                                : LogGamma.rising(shape, start)
                                        - LogGamma.of(start + 1.0)
                                        + none
                                        + start * Math.log(q));
        into[offset + start] += peak;
        double term = peak;
        double least = weight * NEGLIGIBLE;
        for (int n = start; n < last && (term > least || n < mode); n++) {
            // One division less in the loop that scoring spends its time in.
            term *= q * (shape + n) * inverse(n + 1);
            into[offset + n + 1] += term;
        }
        term = peak;
        for (int n = start; n > 0 && term > 0; n--) {
            term *= n / (q * (shape + n - 1));
            into[offset + n - 1] += term;
        }
    }

    /** 1/n, for n above 0. */
    static double inverse(int n) {
        return n < INVERSE.length ? INVERSE[n] : 1.0 / n;
    }

    /** A count that is exceeded with a probability below 1e-14, or {@code max} where that is smaller. */
    public static int reach(double shape, double rate, double time, int max) {
        double mean = shape * time / rate;
        double deviation = Math.sqrt(mean * (1 + time / rate));
        // Beyond the bulk the tail falls like that of a geometric distribution.
        double tail = 33 * (1 + time / rate);
        return (int) Math.min(max, Math.ceil(mean + 8 * deviation + tail));
    }
}
