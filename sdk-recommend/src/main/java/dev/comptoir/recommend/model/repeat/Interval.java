package dev.comptoir.recommend.model.repeat;

/**
 * How days from one purchase to the next are distributed: log-normal for the regular ones, exponential for the others.
 *
 * @param mean of the logarithms of the days
 * @param deviation of the logarithms, above 0
 * @param regular the share of the regular ones
 */
record Interval(double mean, double deviation, double regular) {
    /*
     * f(t) = regular * LogNormal(t; mean, deviation) + (1 - regular) * Exponential(t; median), hazard h(t) = f(t) / (1 - F(t)).
     * As in SLRC (Wang et al., WWW 2019), an exponential and a bell, here mixed by a counted share, with a logarithmic bell, so
     * that twice too early is as strange as twice too late.
     */
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    /** Half of the intervals of the regular purchases end before it, in days. */
    double medianDays() {
        return Math.exp(mean);
    }

    /** The same distribution around another mean of the logarithms. */
    Interval around(double otherMean) {
        return new Interval(otherMean, deviation, regular);
    }

    /** Purchases per day to be expected now, given that so many days have passed without. */
    double hazard(double days) {
        double t = Math.max(days, ItemRhythms.SHORTEST_DAYS);
        double z = (Math.log(t) - mean) / deviation;
        double tail = upperTail(z);
        double density = Math.exp(-z * z / 2) / (SQRT_2_PI * deviation * t);
        double rate = 1 / medianDays();
        double survived = Math.exp(-t * rate);
        double alive = regular * tail + (1 - regular) * survived;
        // Both tails vanish for very late purchases: no more is said then than that the interval is over.
        return alive < 1e-12 ? 0 : (regular * density + (1 - regular) * rate * survived) / alive;
    }

    /** The probability that a standard normal is above z; error below 2e-7 of 1 (Abramowitz and Stegun 26.2.17). */
    static double upperTail(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-z * z / 2) / SQRT_2_PI * sum;
        return z >= 0 ? tail : 1 - tail;
    }
}
