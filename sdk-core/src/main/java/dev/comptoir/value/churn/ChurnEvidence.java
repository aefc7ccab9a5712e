package dev.comptoir.value.churn;

import dev.comptoir.value.next.internal.LogitMap;
import dev.comptoir.value.next.internal.Renewal;

/**
 * The numbers that a risk is computed from, and the formula. Immutable.
 *
 * <p>With R = rateShape + regularity * intervals, A = rateScale + sumDays, s(t) = I<sub>A/(A+t)</sub>(R, regularity), e =
 * (elapsedDays + 1/2) / timeScale, h = horizon / timeScale and delta = leaveA / (leaveB + intervals), the model's probability of
 * churn is (s(e + h) + delta) / (s(e) + delta), and the calibrated one has the logit intercept + slope * logit of that.
 *
 * @param intervals between the customer's purchase days
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
public record ChurnEvidence(
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

    /** The calibrated probability of no purchase within some days, in 0..1. */
    public double probability(int horizonDays) {
        return new LogitMap(intercept, slope).apply(modelProbability(horizonDays));
    }

    /** The model's own probability of no purchase within some days, in 0..1. */
    public double modelProbability(int horizonDays) {
        return 1 - model().probabilityWithin(intervals, sumDays, elapsed(), horizonDays / timeScale);
    }

    /** The probability that the customer has left for good already, in 0..1, by the model alone. */
    public double probabilityLeft() {
        return 1 - model().probabilityActive(intervals, sumDays, elapsed());
    }

    double elapsed() {
        return (elapsedDays + Renewal.HALF_DAY) / timeScale;
    }

    Renewal model() {
        return new Renewal(regularity, rateShape, rateScale, leaveA, leaveB);
    }
}
