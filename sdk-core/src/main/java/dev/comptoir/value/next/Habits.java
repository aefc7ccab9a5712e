package dev.comptoir.value.next;

/**
 * What a business's customers, or its customers by category, have in common. Immutable.
 *
 * @param regularity k of the intervals: 1 is pure chance, more is more regular
 * @param rateShape r of the gamma distribution of customers' rates: the smaller, the more they differ
 * @param rateScale alpha of it, in days
 * @param leaveA a of the beta distribution of the chance to leave after a purchase
 * @param leaveB b of it
 * @param quantityPower by which power of the quantity bought an interval grows; 0 where quantities did not help
 * @param logLikelihood of the data fitted to
 */
public record Habits(
        double regularity,
        double rateShape,
        double rateScale,
        double leaveA,
        double leaveB,
        double quantityPower,
        double logLikelihood,
        Calibration calibration) {}
