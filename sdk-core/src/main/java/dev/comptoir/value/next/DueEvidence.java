package dev.comptoir.value.next;

import dev.comptoir.value.next.internal.LogitMap;
import dev.comptoir.value.next.internal.Renewal;

/**
 * The numbers that a forecast is computed from, and the formula. Immutable.
 *
 * <p>With R = rateShape + regularity * intervals, A = rateScale + sumDays, s(t) = I<sub>A/(A+t)</sub>(R, regularity), e =
 * (elapsedDays + 1/2) / timeScale and delta = leaveA / (leaveB + intervals), the model's probability of a purchase within d days
 * is (s(e) - s(e + d / timeScale)) / (s(e) + delta), and the calibrated one has the logit intercept + slope * logit of that.
 *
 * @param level whose habits it mostly rests on
 * @param intervals between the customer's purchase days, x
 * @param sumDays their sum; each divided by how much was bought, where quantities count
 * @param elapsedDays full days since the last purchase day, at least 0
 * @param timeScale how much longer than usual the last purchase is to last; 1 where quantities do not count
 * @param regularity k: 1 is pure chance, more is more regular
 * @param rateShape r of the gamma distribution of rates
 * @param rateScale alpha of it, in days
 * @param leaveA a of the beta distribution of the chance to leave after a purchase
 * @param leaveB b of it
 * @param intercept of the calibration; 0 where the model's own probability stands
 * @param slope of the calibration; 1 where the model's own probability stands
 */
public record DueEvidence(
        DueLevel level,
        int intervals,
        double sumDays,
        long elapsedDays,
        double timeScale,
        double regularity,
        double rateShape,
        double rateScale,
        double leaveA,
        double leaveB,
        double intercept,
        double slope) {

    /** The calibrated probability of a purchase within some days, in 0..1. */
    public double probabilityWithin(double days) {
        return new LogitMap(intercept, slope).apply(modelProbabilityWithin(days));
    }

    /** The model's own probability of a purchase within some days, in 0..1. */
    public double modelProbabilityWithin(double days) {
        return model().probabilityWithin(intervals, sumDays, elapsed(), days / timeScale);
    }

    /** The probability that the customer has not left, in 0..1, by the model alone. */
    public double probabilityActive() {
        return model().probabilityActive(intervals, sumDays, elapsed());
    }

    /** How much of the estimate of the customer's pace is their own habit, in 0..1; the rest is that of others. */
    public double ownWeight() {
        return regularity * intervals / (rateShape + regularity * intervals);
    }

    /** The days within which a returning customer has bought with the given probability. */
    double daysUntil(double probability, double limit) {
        return timeScale * model().quantile(intervals, sumDays, elapsed(), probability, limit / timeScale);
    }

    /** The median of an interval of this customer, in days, whatever time has passed. */
    double typicalDays(double limit) {
        return model().quantile(intervals, sumDays, 0, 0.5, limit);
    }

    private double elapsed() {
        return (elapsedDays + Renewal.HALF_DAY) / timeScale;
    }

    private Renewal model() {
        return new Renewal(regularity, rateShape, rateScale, leaveA, leaveB);
    }
}
