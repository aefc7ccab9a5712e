package dev.comptoir.value.internal;

/**
 * The logarithm of the gamma function and what is made of it, for positive arguments. The error is below 1e-14 relative,
 * near the zeros at 1 and 2 below 1e-14 absolute.
 */
public final class LogGamma {
    /*
     * Stirling's series (Abramowitz and Stegun 6.1.41) from 12 on, where eight terms are below double precision; smaller
     * arguments are lifted by the recurrence.
     */
    private static final double LIFT = 12;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private LogGamma() {}

    /** ln Γ(x); positive infinity at 0. */
    public static double of(double x) {
        double product = 1;
        double lifted = x;
        while (lifted < LIFT) {
            product *= lifted;
            lifted++;
        }
        double inverse = 1 / lifted;
        double square = inverse * inverse;
        double tail = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            tail = tail * square + STIRLING[i];
        }
        double stirling = (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_TWO_PI + tail * inverse;
        return product == 1 ? stirling : stirling - Math.log(product);
    }

    /** ln Γ(x + n) / Γ(x), the rising factorial, without the cancellation of two large values where n is small. */
    public static double rising(double x, int n) {
        if (n > 8) {
            return of(x + n) - of(x);
        }
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= x + i;
        }
        return Math.log(product);
    }

    /** ln B(a, b). */
    public static double beta(double a, double b) {
        return of(a) + of(b) - of(a + b);
    }
}
