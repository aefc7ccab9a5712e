package dev.comptoir.profile;

import java.util.OptionalDouble;

/**
 * Whether a customer buys when it is cheap, and what is cheap. Immutable.
 *
 * <p>A product's usual price is the median unit price over all lines that the business ever sold of it, in the business's currency.
 * Only products sold at two prices or more, in {@link #MIN_PRODUCT_LINES} lines or more, are compared: of the others nothing can be
 * learnt. Unit prices are rounded to the minor unit.
 *
 * @param linesBelowUsual of the lines compared, how many were bought below the usual price
 * @param linesCompared lines of products that can be compared, at least {@link #MIN_LINES}
 * @param shopShareBelowUsual the share that all customers of the business bought below the usual price, of the same products: what
 *     the customer's share is to be held against; 0 to 1
 * @param categoryPosition where the customer's products stand among all lines sold of their category: 0 the cheapest, 0.5 the
 *     middle, 1 the dearest; lines of equal price count half. Empty with fewer than {@link #MIN_LINES} lines in categories
 * @param linesPositioned how many lines that is the mean of
 */
public record PriceSensitivity(
        long linesBelowUsual,
        long linesCompared,
        double shopShareBelowUsual,
        OptionalDouble categoryPosition,
        long linesPositioned) {
    /** With fewer lines nothing is said. */
    public static final int MIN_LINES = 10;

    /** A product sold in fewer lines has no usual price. */
    public static final int MIN_PRODUCT_LINES = 5;

    /** The share of lines bought below the usual price: 0 to 1. */
    public double shareBelowUsual() {
        return (double) linesBelowUsual / linesCompared;
    }

    /** The share bought below the usual price that the customer reaches at least, with 90 % certainty: 0 to 1. */
    public double shareBelowUsualAtLeast() {
        return Preference.lowerBound((double) linesBelowUsual, (double) linesCompared);
    }

    /** Whether the customer is sure (at 90 %) to buy below the usual price more often than the others do. */
    public boolean seeksLowPrices() {
        return shareBelowUsualAtLeast() > shopShareBelowUsual;
    }
}
