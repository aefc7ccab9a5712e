package dev.comptoir.value;

/**
 * What the purchase models need to know of one customer. Immutable.
 *
 * <p>All times are in one unit, the same for all customers of a fit: {@link PurchaseDays} and {@link PurchaseHistories} count in
 * weeks. Several purchases on one local day are one.
 *
 * @param frequency x, the number of <em>repeat</em> purchases: days with a purchase after the first one; not negative
 * @param recency t_x, the time from the first to the last purchase; 0 where there is no repeat purchase
 * @param age T, the time from the first purchase to the end of observation, at least {@code recency}
 * @param logIntervals the sum of the natural logarithms of all intervals between purchases; NaN where they are unknown, which
 *     only the models with regularity mind, and only when they are fitted
 * @param paidPurchases on how many of the repeat purchases an amount is known, at most {@code frequency}
 * @param meanSpend the mean amount of those, the first purchase left aside; 0 where there is none
 */
public record PurchaseHistory(
        int frequency, double recency, double age, double logIntervals, int paidPurchases, double meanSpend) {
    private static final PurchaseHistory NEW = new PurchaseHistory(0, 0, 0, 0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is outside of its range, or not finite
     */
    public PurchaseHistory {
        if (frequency < 0 || paidPurchases < 0 || paidPurchases > frequency) {
            throw new IllegalArgumentException("The frequency is " + frequency + " and " + paidPurchases
                    + " of these have an amount; neither may be negative, nor the second above the first.");
        }
        if (!(recency >= 0 && recency <= age && age < Double.POSITIVE_INFINITY) || frequency > 0 != recency > 0) {
            throw new IllegalArgumentException(
                    "With frequency " + frequency + ", the recency " + recency + " and the age " + age
                            + " do not fit: 0 <= recency <= age, and recency is 0 just where the frequency is.");
        }
        if (Double.isInfinite(logIntervals) || (frequency == 0 && logIntervals != 0)) {
            throw new IllegalArgumentException("The sum of log intervals is " + logIntervals + " with frequency "
                    + frequency + "; it must be finite, and 0 without a repeat purchase.");
        }
        if (!(meanSpend >= 0 && meanSpend < Double.POSITIVE_INFINITY) || (paidPurchases == 0 && meanSpend != 0)) {
            throw new IllegalArgumentException("The mean spend is " + meanSpend + " over " + paidPurchases
                    + " purchases; it must be finite, not negative, and 0 over none.");
        }
    }

    /** A customer of whom only x, t_x and T are known: enough for all but fitting regularity and spend. */
    public static PurchaseHistory of(int frequency, double recency, double age) {
        return new PurchaseHistory(frequency, recency, age, frequency == 0 ? 0 : Double.NaN, 0, 0);
    }

    /** The same with the mean amount of all repeat purchases. */
    public static PurchaseHistory of(int frequency, double recency, double age, double meanSpend) {
        return new PurchaseHistory(
                frequency, recency, age, frequency == 0 ? 0 : Double.NaN, frequency, frequency == 0 ? 0 : meanSpend);
    }

    /** Somebody who made the first purchase just now. */
    public static PurchaseHistory ofNewCustomer() {
        return NEW;
    }

    /** Whether {@link #logIntervals()} is a number. */
    public boolean intervalsKnown() {
        return !Double.isNaN(logIntervals);
    }

    /** How long ago the last purchase was: T - t_x. */
    public double timeSinceLastPurchase() {
        return age - recency;
    }
}
