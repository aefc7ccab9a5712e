package dev.comptoir.value.next.internal;

/**
 * The renewal model of a set of series at the end of a day, with the histories it is asked about. Immutable.
 *
 * @param asOf the last day that is known in full, counted from 1970
 * @param quantityPower by which power of the quantity bought an interval grows; 0 where that did not help
 */
public record Habit(SeriesSet set, long asOf, double quantityPower, Histories histories, RenewalFit fit) {
    private static final double[] POWERS = {0.25, 0.5, 0.75, 1};
    private static final int CHECK_DAYS = 28;
    private static final int MIN_HISTORY_DAYS = 56;

    /** Fits the model; the set must hold at least one interval up to that day. */
    public static Habit of(SeriesSet set, long asOf) {
        Histories plain = Histories.at(set, asOf, 0);
        RenewalFit fit = RenewalFit.of(set, plain);
        double power = likeliestPower(set, asOf, plain, fit);
        if (power > 0 && helpedBefore(set, asOf, power, fit)) {
            Histories scaled = Histories.at(set, asOf, power);
            return new Habit(set, asOf, power, scaled, fit.again(set, scaled, RenewalFit.MAX_ROWS));
        }
        return new Habit(set, asOf, 0, plain, fit);
    }

    private static double likeliestPower(SeriesSet set, long asOf, Histories plain, RenewalFit fit) {
        double best = FitRows.of(set, plain, RenewalFit.MAX_ROWS).logLikelihood(fit.model());
        double power = 0;
        for (double tried : POWERS) {
            double likelihood = FitRows.of(set, Histories.at(set, asOf, tried), RenewalFit.MAX_ROWS)
                    .logLikelihood(fit.model());
            if (likelihood <= best) {
                break;
            }
            best = likelihood;
            power = tried;
        }
        return power;
    }

    /** Likelier on the past is not enough: the factor must have foretold the last four weeks better. */
    private static boolean helpedBefore(SeriesSet set, long asOf, double power, RenewalFit fit) {
        long day = asOf - CHECK_DAYS;
        if (day - set.firstDay(asOf) < MIN_HISTORY_DAYS) {
            return false;
        }
        int[] horizons = {CHECK_DAYS / 4, CHECK_DAYS / 2, CHECK_DAYS};
        PastWindow scaled = PastWindow.of(set, day, power, fit, horizons);
        return scaled.tells() && scaled.clearlyBetterThan(PastWindow.of(set, day, 0, fit, horizons));
    }

    /**
     * P(a purchase within d days) of every row of {@link #histories}, after the map; allocates nothing for a row.
     *
     * @param into of at least as many places as there are rows
     */
    public void probabilitiesWithin(double days, LogitMap map, double[] into) {
        Renewal model = fit.model();
        for (int row = 0; row < histories.rows; row++) {
            into[row] = map.apply(model.probabilityWithin(
                    histories.intervals[row],
                    histories.sumDays[row],
                    histories.elapsed[row],
                    days / histories.timeScale[row]));
        }
    }
}
