package dev.comptoir.value.next.internal;

import java.util.Arrays;

/**
 * What a day knows of all series: how many intervals, their sum, the days since the last purchase. A series without a
 * purchase up to that day has no row. Immutable.
 */
public final class Histories {
    private static final double MOST_LOG_QUANTITY = 1;

    final int rows;
    final int[] series;
    final int[] intervals;
    final double[] sumDays;
    final double[] sumLogDays;
    final double[] elapsed;
    final double[] timeScale;
    final double[] logScales;

    private Histories(int size) {
        rows = size;
        series = new int[size];
        intervals = new int[size];
        sumDays = new double[size];
        sumLogDays = new double[size];
        elapsed = new double[size];
        timeScale = new double[size];
        logScales = new double[size];
    }

    /**
     * The histories at the end of a day.
     *
     * @param quantityPower by which power of the quantity an interval grows: 0 leaves quantities aside
     */
    public static Histories at(SeriesSet set, long asOf, double quantityPower) {
        int known = 0;
        for (int i = 0; i < set.size(); i++) {
            known += set.start(i) < set.end(i) && set.day(set.start(i)) <= asOf ? 1 : 0;
        }
        Histories histories = new Histories(known);
        int row = 0;
        for (int i = 0; i < set.size(); i++) {
            if (set.start(i) < set.end(i) && set.day(set.start(i)) <= asOf) {
                histories.fill(row++, set, i, asOf, quantityPower);
            }
        }
        return histories;
    }

    private void fill(int row, SeriesSet set, int one, long asOf, double power) {
        int from = set.start(one);
        int to = from;
        double sumLogs = 0;
        int knownQuantities = 0;
        while (to < set.end(one) && set.day(to) <= asOf) {
            double quantity = set.quantity(to++);
            if (!Double.isNaN(quantity)) {
                sumLogs += Math.log(quantity);
                knownQuantities++;
            }
        }
        double usual = knownQuantities == 0 ? 0 : sumLogs / knownQuantities;
        series[row] = one;
        intervals[row] = to - from - 1;
        for (int i = from; i < to; i++) {
            double logScale = logScale(set.quantity(i), usual, power);
            double scale = Math.exp(logScale);
            if (i == to - 1) {
                timeScale[row] = scale;
                elapsed[row] = (asOf - set.day(i) + Renewal.HALF_DAY) / scale;
            } else {
                double days = (set.day(i + 1) - set.day(i)) / scale;
                sumDays[row] += days;
                sumLogDays[row] += Math.log(days);
                logScales[row] += logScale;
            }
        }
    }

    /** How much longer than usual what was bought will last; a single huge order moves it by no more than e. */
    private static double logScale(double quantity, double usual, double power) {
        if (power == 0 || Double.isNaN(quantity)) {
            return 0;
        }
        double log = Math.log(quantity) - usual;
        return power * Math.max(-MOST_LOG_QUANTITY, Math.min(MOST_LOG_QUANTITY, log));
    }

    public int size() {
        return rows;
    }

    /** The series of a row; rows are in the order of series. */
    public int series(int row) {
        return series[row];
    }

    /** The row of a series, or a negative number where it has none. */
    public int row(int ofSeries) {
        return Arrays.binarySearch(series, ofSeries);
    }

    public int intervals(int row) {
        return intervals[row];
    }

    public double sumDays(int row) {
        return sumDays[row];
    }

    /** Days since the last purchase, with half a day, over the time scale. */
    public double elapsed(int row) {
        return elapsed[row];
    }

    /** Days of the calendar in one day of the model. */
    public double timeScale(int row) {
        return timeScale[row];
    }

    public long intervalCount() {
        long sum = 0;
        for (int count : intervals) {
            sum += count;
        }
        return sum;
    }
}
