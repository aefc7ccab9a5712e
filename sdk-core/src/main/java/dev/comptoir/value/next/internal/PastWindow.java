package dev.comptoir.value.next.internal;

import java.util.Arrays;

/**
 * What the model, fitted to what was known at the end of an earlier day, would have said then, beside what came: for every
 * customer known on that day and every horizon. Customers go in rows, horizons within them.
 */
final class PastWindow {
    /** Earlier fits need to be near, not exact: fewer customers, for speed. */
    private static final int MAX_ROWS = 2_000;

    final double[] predicted;
    final boolean[] happened;
    final int horizons;

    PastWindow(int rows, int horizons) {
        this.horizons = horizons;
        predicted = new double[rows * horizons];
        happened = new boolean[rows * horizons];
    }

    static PastWindow of(SeriesSet set, long day, double quantityPower, RenewalFit later, int[] horizons) {
        Histories histories = Histories.at(set, day, quantityPower);
        Renewal model = later.again(set, histories, MAX_ROWS).model();
        PastWindow window = new PastWindow(histories.rows, horizons.length);
        for (int row = 0; row < histories.rows; row++) {
            for (int h = 0; h < horizons.length; h++) {
                int at = row * horizons.length + h;
                window.predicted[at] = model.probabilityWithin(
                        histories.intervals[row],
                        histories.sumDays[row],
                        histories.elapsed[row],
                        horizons[h] / histories.timeScale[row]);
                window.happened[at] = set.boughtWithin(histories.series[row], day, horizons[h]);
            }
        }
        return window;
    }

    /** Whether enough customers bought, and enough did not, to judge by. */
    boolean tells() {
        int yes = 0;
        for (boolean one : happened) {
            yes += one ? 1 : 0;
        }
        return Math.min(yes, happened.length - yes) >= PastCheck.MIN_OUTCOMES * horizons;
    }

    PastWindow mapped(LogitMap map) {
        PastWindow window = new PastWindow(happened.length / horizons, horizons);
        System.arraycopy(happened, 0, window.happened, 0, happened.length);
        Arrays.setAll(window.predicted, i -> map.apply(predicted[i]));
        return window;
    }

    /** Whether these predictions are better than others of the same outcomes by more than a standard error of the mean. */
    boolean clearlyBetterThan(PastWindow other) {
        int rows = happened.length / horizons;
        double mean = gainOver(other);
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double off = gain(other, row) - mean;
            squares += off * off;
        }
        return mean > Math.sqrt(squares) / rows;
    }

    /** The mean over customers of what these predictions lose less, in log loss over all horizons. */
    double gainOver(PastWindow other) {
        int rows = happened.length / horizons;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += gain(other, row);
        }
        return sum / rows;
    }

    private double gain(PastWindow other, int row) {
        double gain = 0;
        for (int at = row * horizons; at < (row + 1) * horizons; at++) {
            gain += Scores.logLoss(other.predicted[at], happened[at]) - Scores.logLoss(predicted[at], happened[at]);
        }
        return gain;
    }
}
