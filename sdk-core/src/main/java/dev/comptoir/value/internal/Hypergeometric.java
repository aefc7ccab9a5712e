package dev.comptoir.value.internal;

/** The two forms of Gauss's hypergeometric function that the purchase models need, each where it is well behaved. */
public final class Hypergeometric {
    private static final int MAX_STEPS = 20_000;
    private static final int MAX_SERIES = 5_000;
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
     * ln of the tail (H + y)^-w ₂F₁(w, B; w+1; (H-L)/(H+y)) that the Pareto/NBD likelihood is made of, for H &ge; L &gt; 0: ln of
     * w ∫ (H+u)^(B-w-1) (L+u)^-B du, u from y on.
     *
     * <p>Euler's transform gives (H+y)^-w ε^(1-B) ₂F₁(1, w+1-B; w+1; 1-ε) with ε = (L+y)/(H+y). Where ε is small even the continued
     * fraction is slow; then, on the scale τ = (L+u)/(H+u), on which the integrand is τ^-B (1-τ)^(w-1), the part below
     * δ = 1/(2w) is summed by the powers of τ, and the fraction does the rest.
     */
    public static double logTail(double high, double low, double second, double w, double y) {
        double ratio = (low + y) / (high + y);
        double edge = Math.min(0.25, 0.5 / w);
        double others = w + 1 - second;
        if (ratio >= edge / 4) {
            return -w * Math.log(high + y)
                    + (1 - second) * Math.log(ratio)
                    + Math.log(unit(others, w + 1, (high - low) / (high + y)));
        }
        double logRatio = Math.log(ratio);
        double logEdge = Math.log(edge);
        double span = logEdge - logRatio;
        double sum = 0;
        double coefficient = 1;
        for (int n = 0; n < 60 && Math.abs(coefficient) * Math.pow(edge, n) > 1e-18; n++) {
            double m = n + 1 - second;
            double below = Math.exp(n * logRatio);
            double part = Math.abs(m * span) < 1
                    ? below * (Math.abs(m) < 1e-300 ? span : Math.expm1(m * span) / m)
                    : (Math.exp(n * logEdge + (1 - second) * span) - below) / m;
            sum += coefficient * part;
            coefficient *= (n + 1 - w) / (n + 1);
        }
        double beyond = Math.exp((1 - second) * span + w * Math.log1p(-edge)) * unit(others, w + 1, 1 - edge) / w;
        return Math.log(w) - w * Math.log(high - low) + (1 - second) * logRatio + Math.log(sum + beyond);
    }

    /**
     * The mean number of events until time t of a Poisson process whose rate is Gamma(shape, rate)-distributed and which ends
     * after each event with a Beta(a, b)-distributed probability: E[(1 - e^(-λpt)) / p].
     *
     * <p>Fader, Hardie and Lee (2005) give (a+b-1)/(a-1) [1 - (1-z)^shape ₂F₁(shape, b; a+b-1; z)] with z = t/(rate+t), which
     * overflows for large shapes and is 0/0 at a = 1. Euler's transform cancels the power exactly; no shape is left in an
     * exponent: with c = a+b-1, e = a-1, A = c-shape and L = ln(1-z) the mean is c (1 - e^(eL))/e - e^(eL) S, where
     * S = Σ (A)ₙ (a)ₙ₋₁ / (c+1)ₙ₋₁ zⁿ/n!, n from 1. Where that cancels or is slow, which takes extreme parameters, the mean over p
     * is integrated instead.
     */
    public static double endingProcessMean(double shape, double rate, double a, double b, double t) {
        double z = t / (rate + t);
        double log = -Math.log1p(t / rate);
        double c = a + b - 1;
        double e = a - 1;
        double difference = c - shape;
        double term = difference * z;
        double sum = term;
        double largest = Math.abs(term);
        boolean settled = false;
        for (int n = 1; n < MAX_SERIES && !settled; n++) {
            term *= (difference + n) * (a + n - 1) * z / ((c + n) * (n + 1.0));
            sum += term;
            double size = Math.abs(term);
            largest = Math.max(largest, size);
            settled = size <= PRECISION * Math.abs(sum);
        }
        double power = Math.exp(e * log);
        double limit = Math.abs(e) < 1e-300 ? -log : -Math.expm1(e * log) / e;
        double mean = c * limit - power * sum;
        double lost = PRECISION * Math.max(Math.abs(c * limit), power * largest);
        return settled && lost < 1e-12 * mean && mean < Double.POSITIVE_INFINITY
                ? mean
                : EndingProcess.mean(shape, rate, a, b, t);
    }
}
