package dev.comptoir.value.internal;

/** The two forms of Gauss's hypergeometric function that the purchase models need, each where it is well behaved. */
public final class Hypergeometric {
    private static final int MAX_STEPS = 200_000;
    private static final double PRECISION = 1e-16;
    private static final double TINY = 1e-300;

    private Hypergeometric() {}

    /**
     * ₂F₁(1, b; c; z) for c &gt; b &gt; 0 and 0 &le; z &lt; 1, by Gauss's continued fraction.
     *
     * <p>Its partial numerators are all of one sign, so nothing cancels; the error shrinks each two steps by
     * ((1 - √(1-z)) / (1 + √(1-z)))², which is far quicker than the power series near z = 1.
     */
    public static double unit(double b, double c, double z) {
        if (z == 0) {
            return 1;
        }
        // Modified Lentz: value = 1 / (1 + e1 z / (1 + e2 z / (1 + ...))).
        double ratio = 1;
        double upper = 1;
        double lower = 0;
        for (int step = 1; step < MAX_STEPS; step++) {
            int half = step / 2;
            double partial = (step & 1) == 0
                    ? half * (b - c - half + 1) / ((c + 2 * half - 2) * (c + 2 * half - 1))
                    : half == 0 ? -b / c : -(c + half - 1) * (b + half) / ((c + 2 * half - 1) * (c + 2 * half));
            lower = 1 + partial * z * lower;
            lower = 1 / (Math.abs(lower) < TINY ? TINY : lower);
            upper = 1 + partial * z / upper;
            upper = Math.abs(upper) < TINY ? TINY : upper;
            double change = upper * lower;
            ratio *= change;
            if (Math.abs(change - 1) < 2 * PRECISION) {
                break;
            }
        }
        return 1 / ratio;
    }

    /**
     * The mean number of events until time t of a Poisson process whose rate is Gamma(shape, rate)-distributed and which ends
     * after each event with a Beta(a, b)-distributed probability: E[(1 - e^(-λpt)) / p].
     *
     * <p>Fader, Hardie and Lee (2005) give (a+b-1)/(a-1) [1 - (1-z)^shape ₂F₁(shape, b; a+b-1; z)] with z = t/(rate+t), which
     * overflows for large shapes and is 0/0 at a = 1. Euler's transform cancels the power exactly; no shape is left in an
     * exponent: with c = a+b-1, e = a-1, A = c-shape and L = ln(1-z) the mean is c (1 - e^(eL))/e - e^(eL) S, where
     * S = Σ (A)ₙ (a)ₙ₋₁ / (c+1)ₙ₋₁ zⁿ/n!, n from 1.
     */
    public static double endingProcessMean(double shape, double rate, double a, double b, double t) {
        double z = t / (rate + t);
        double log = -Math.log1p(t / rate);
        double c = a + b - 1;
        double e = a - 1;
        double difference = c - shape;
        double term = difference * z;
        double sum = term;
        for (int n = 1; n < MAX_STEPS; n++) {
            term *= (difference + n) * (a + n - 1) * z / ((c + n) * (n + 1.0));
            sum += term;
            if (Math.abs(term) <= PRECISION * Math.abs(sum)) {
                break;
            }
        }
        double power = Math.exp(e * log);
        double limit = Math.abs(e) < 1e-300 ? -log : -Math.expm1(e * log) / e;
        return c * limit - power * sum;
    }
}
