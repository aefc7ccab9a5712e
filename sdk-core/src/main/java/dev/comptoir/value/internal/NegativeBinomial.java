package dev.comptoir.value.internal;

/** Counts of a Poisson process whose rate is Gamma(shape, rate)-distributed. */
public final class NegativeBinomial {
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
        double mode = Math.max(0, Math.floor((shape - 1) * time / rate));
        int start = (int) Math.min(mode, last);
        double peak = weight
                * Math.exp(LogGamma.rising(shape, start)
                        - LogGamma.of(start + 1.0)
                        - shape * Math.log1p(time / rate)
                        + start * Math.log(q));
        into[offset + start] += peak;
        double term = peak;
        for (int n = start; n < last && term > 0; n++) {
            term *= q * (shape + n) / (n + 1.0);
            into[offset + n + 1] += term;
        }
        term = peak;
        for (int n = start; n > 0 && term > 0; n--) {
            term *= n / (q * (shape + n - 1));
            into[offset + n - 1] += term;
        }
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
