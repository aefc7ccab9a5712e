package dev.comptoir.value.next.internal;

/** Gamma and beta functions in double precision. */
public final class SpecialFunctions {
    /*
     * logGamma: Lanczos, g = 607/128, 15 terms (Godfrey's coefficients), relative error below 1e-14 for x > 0.
     * Incomplete functions: series or continued fraction by the modified method of Lentz, as in Abramowitz and Stegun 6.5.29,
     * 6.5.31 and 26.5.8. The number of terms grows with the square root of the parameters, so the limit is not met below 1e8.
     */
    private static final double[] LANCZOS = {
        0.9999999999999971,
        57.15623566586292,
        -59.59796035547549,
        14.136097974741746,
        -0.4919138160976202,
        3.399464998481189e-05,
        4.652362892704858e-05,
        -9.837447530487956e-05,
        0.0001580887032249125,
        -0.00021026444172410488,
        0.00021743961811521265,
        -0.0001643181065367639,
        8.441822398385275e-05,
        -2.6190838401581408e-05,
        3.6899182659531625e-06
    };
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double EPSILON = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MAX_TERMS = 100_000;

    private SpecialFunctions() {}

    /** The logarithm of the gamma function, for x above 0. */
    public static double logGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + 607.0 / 128.0 + 0.5;
        return (x + 0.5) * Math.log(t) - t + HALF_LOG_TWO_PI + Math.log(sum / x);
    }

    /** The logarithm of the beta function. */
    public static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /**
     * The regularised incomplete beta function I_x(a, b) at x = scale / (scale + t): the probability that the ratio of a
     * gamma variable of shape b to one of shape a is above t / scale.
     *
     * @param logBeta {@link #logBeta} of a and b
     */
    public static double ratioTail(double a, double b, double logBeta, double scale, double t) {
        if (t <= 0) {
            return 1;
        }
        double x = scale / (scale + t);
        double y = t / (scale + t);
        double front = Math.exp(-a * Math.log1p(t / scale) - b * Math.log1p(scale / t) - logBeta);
        double value =
                x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, y) / b;
        return Math.min(1, Math.max(0, value));
    }

    private static double betaFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= MAX_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < EPSILON) {
                break;
            }
        }
        return h;
    }

    /** The regularised upper incomplete gamma function Q(a, x): the tail of a gamma variable of shape a and rate 1. */
    public static double gammaTail(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        if (Double.isInfinite(x)) {
            return 0;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        double value = x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x);
        return Math.min(1, Math.max(0, value));
    }

    private static double gammaSeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n <= MAX_TERMS && term > sum * EPSILON; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double gammaFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / away(b);
        double h = d;
        for (int i = 1; i <= MAX_TERMS; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / away(an * d + b);
            c = away(b + an / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < EPSILON) {
                break;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
