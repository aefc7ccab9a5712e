package dev.comptoir.value.next.internal;

/**
 * How far the probability of no purchase may lie from its mean for one customer whose own rate is not known exactly. Immutable.
 *
 * @param mean over the rates that the customer may have
 * @param lower one in ten of them gives less
 * @param upper one in ten of them gives more
 */
public record PaceRange(double mean, double lower, double upper) {
    /*
     * Given the rate lambda, P(no purchase within d) = (Q(k, lambda (e+d)) + delta) / (Q(k, lambda e) + delta); the posterior of
     * lambda is Gamma(R, A) times (Q(k, lambda e) + delta), so that the mean over it is the closed form of Renewal. The integral is
     * a sum over a grid in ln lambda, which converges faster than any power of the step.
     */
    private static final int POINTS = 129;
    private static final double LOG_NEGLIGIBLE = -30;
    private static final double TAIL = 0.1;

    public static PaceRange of(Renewal model, int intervals, double sumDays, double elapsed, double d) {
        double shape = model.shape(intervals);
        double scale = model.alpha() + sumDays;
        double odds = model.leftOdds(intervals);
        double mode = Math.log(shape / scale);
        double from = mode - reach(shape, -1);
        double step = (mode + reach(shape, 1) - from) / (POINTS - 1);
        double[] weight = new double[POINTS];
        double[] stays = new double[POINTS];
        double total = 0;
        double mean = 0;
        for (int i = 0; i < POINTS; i++) {
            double log = from + i * step;
            double rate = Math.exp(log);
            double now = SpecialFunctions.gammaTail(model.k(), rate * elapsed) + odds;
            double then = SpecialFunctions.gammaTail(model.k(), rate * (elapsed + d)) + odds;
            weight[i] = Math.exp(shape * (log - mode - Math.expm1(log - mode))) * now;
            stays[i] = Math.min(1, then / now);
            total += weight[i];
            mean += weight[i] * stays[i];
        }
        mean /= total;
        return new PaceRange(
                mean,
                Math.min(mean, weightedQuantile(stays, weight, TAIL * total)),
                Math.max(mean, weightedQuantile(stays, weight, (1 - TAIL) * total)));
    }

    /** How far from the mode the density of ln lambda, a multiple of exp(shape (u - e^u)), stays above a negligible share. */
    private static double reach(double shape, int sign) {
        double reach = 1e-3;
        while (shape * (sign * reach - Math.expm1(sign * reach)) > LOG_NEGLIGIBLE) {
            reach *= 1.1;
        }
        return reach;
    }

    private static double weightedQuantile(double[] values, double[] weights, double wanted) {
        double[] value = values.clone();
        double[] weight = weights.clone();
        for (int i = 1; i < value.length; i++) {
            for (int j = i; j > 0 && value[j] < value[j - 1]; j--) {
                double v = value[j];
                value[j] = value[j - 1];
                value[j - 1] = v;
                double w = weight[j];
                weight[j] = weight[j - 1];
                weight[j - 1] = w;
            }
        }
        double sum = 0;
        for (int i = 0; i < value.length; i++) {
            sum += weight[i];
            if (sum >= wanted) {
                return value[i];
            }
        }
        return value[value.length - 1];
    }
}
