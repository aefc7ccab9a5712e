package dev.comptoir.value.internal;

/** The mean of a process that may end after each event, by integration: slow, and right for all parameters. */
final class EndingProcess {
    private static final int POINTS = 1_000;
    private static final double NEGLIGIBLE = 45;
    private static final double FAR = 100;

    private EndingProcess() {}

    /**
     * E[(1 - (1 + p t/rate)^-shape) / p] over p ~ Beta(a, b), by the trapezoidal rule on y = ln(p/(1-p)), on which the integrand is
     * analytic and falls off exponentially: the error falls exponentially with the number of points.
     */
    static double mean(double shape, double rate, double a, double b, double t) {
        double mode = Math.log(a / b);
        double peak = logDensity(a, b, mode);
        double from = edge(a, b, mode, peak, -1);
        double to = edge(a, b, mode, peak, 1);
        double step = (to - from) / POINTS;
        double ceiling = shape * t / rate;
        double sum = 0;
        double mass = 0;
        for (int i = 0; i <= POINTS; i++) {
            double y = from + i * step;
            double weight = Math.exp(logDensity(a, b, y) - peak) * step;
            double p = 1 / (1 + Math.exp(-y));
            double events = p == 0 ? ceiling : -Math.expm1(-shape * Math.log1p(p * t / rate)) / p;
            sum += weight * events;
            mass += weight;
        }
        // Outside of the range p is as good as 0 or 1, and the density on y an exponential: the rule goes on as a
        // geometric sum.
        double below = step * Math.exp(logDensity(a, b, from) - peak) / Math.expm1(a * step);
        double above = step * Math.exp(logDensity(a, b, to) - peak) / Math.expm1(b * step);
        double certain = -Math.expm1(-shape * Math.log1p(t / rate));
        return Math.min(ceiling, (sum + below * ceiling + above * certain) / (mass + below + above));
    }

    /** ln of p^a (1-p)^b, the density on y up to a constant. */
    private static double logDensity(double a, double b, double y) {
        double logP = y > 0 ? -Math.log1p(Math.exp(-y)) : y - Math.log1p(Math.exp(y));
        return a * logP + b * (logP - y);
    }

    private static double edge(double a, double b, double mode, double peak, int direction) {
        double distance = Math.sqrt(1 / a + 1 / b);
        double far = FAR + Math.max(0, -direction * mode);
        while (distance < far && logDensity(a, b, mode + direction * distance) > peak - NEGLIGIBLE) {
            distance *= 1.3;
        }
        return mode + direction * Math.min(distance, far);
    }
}
