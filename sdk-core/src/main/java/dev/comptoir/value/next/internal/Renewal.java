package dev.comptoir.value.next.internal;

/**
 * Purchases as a renewal process that a customer may leave: what a business's customers have in common. Immutable.
 *
 * @param k regularity: the shape of the gamma distribution of intervals; 1 is pure chance, more is more regular
 * @param r shape of the gamma distribution of customers' rates
 * @param alpha rate of that distribution, in days
 * @param a first parameter of the beta distribution of the chance to leave after a purchase
 * @param b its second parameter
 */
public record Renewal(double k, double r, double alpha, double a, double b) {
    /*
     * Intervals of one customer ~ Gamma(k, lambda), lambda ~ Gamma(r, alpha); after every purchase, the first included, the
     * customer leaves with probability p ~ Beta(a, b). This is MBG/CNBD-k of Platzer and Reutterer (Marketing Science 2016;
     * IJRM 2021) with a real k. With x intervals of sum S and e days since the last purchase:
     *   R = r + k x, A = alpha + S, delta = a / (b + x),
     *   s(t) = P(next interval > t | still a customer) = I_{A/(A+t)}(R, k)        (a ratio of gamma variables)
     *   P(still a customer) = s(e) / (s(e) + delta)
     *   P(no purchase within d) = (s(e + d) + delta) / (s(e) + delta)
     *   log L = ln G(R) - ln G(r) + r ln alpha - R ln A + (k-1) sum ln tau - x ln G(k) + ln B(a, b+x+1) - ln B(a, b) + ln(s(e) + delta)
     * Days are whole: a purchase on the day after the last one is an interval of 1, rounded from (0.5, 1.5). A customer without
     * a purchase on e days has an interval of more than e + 1/2.
     */
    public static final double HALF_DAY = 0.5;

    /** Shape of the customer's own rate after x intervals. */
    public double shape(int intervals) {
        return r + k * intervals;
    }

    /** Odds of having left to being there, at the moment of the last purchase. */
    public double leftOdds(int intervals) {
        return a / (b + intervals);
    }

    /** P(next interval is longer than t), as long as the customer has not left. */
    public double survival(int intervals, double sumDays, double t) {
        double shape = shape(intervals);
        return SpecialFunctions.ratioTail(shape, k, SpecialFunctions.logBeta(shape, k), alpha + sumDays, t);
    }

    /** P(a purchase within d days), in 0..1, growing with d; all times in units of the customer's time scale. */
    public double probabilityWithin(int intervals, double sumDays, double elapsed, double d) {
        double now = survival(intervals, sumDays, elapsed);
        double then = survival(intervals, sumDays, elapsed + d);
        return Math.max(0, now - then) / (now + leftOdds(intervals));
    }

    /** P(still a customer). */
    public double probabilityActive(int intervals, double sumDays, double elapsed) {
        double now = survival(intervals, sumDays, elapsed);
        return now / (now + leftOdds(intervals));
    }

    /**
     * The time within which a purchase falls with the given probability, for a customer who is still there; found by
     * bisection to 1e-6 of it, at most {@code limit}.
     */
    public double quantile(int intervals, double sumDays, double elapsed, double probability, double limit) {
        double target = survival(intervals, sumDays, elapsed) * (1 - probability);
        double high = 1;
        while (high < limit && survival(intervals, sumDays, elapsed + high) > target) {
            high *= 2;
        }
        double low = high > 1 ? high / 2 : 0;
        high = Math.min(high, limit);
        while (high - low > 1e-6 * high) {
            double middle = (low + high) / 2;
            if (survival(intervals, sumDays, elapsed + middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
