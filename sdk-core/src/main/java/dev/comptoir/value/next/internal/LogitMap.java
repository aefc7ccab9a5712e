package dev.comptoir.value.next.internal;

import java.util.List;

/**
 * A growing map of probabilities to probabilities: logit p' = intercept + slope * logit p. Immutable.
 *
 * @param slope above 0
 */
public record LogitMap(double intercept, double slope) {
    /*
     * Platt, "Probabilistic outputs for support vector machines", 1999, on the logit of a probability, with one difference: while
     * the slope is fitted, every window of time has an intercept of its own, and the intercept that is kept leaves the mean of
     * the predictions where it was. How many customers come in a month is the season's doing, and the last months say little
     * about the next ones; how far apart the likely and the unlikely lie is the model's, and can be learnt. The slope has a normal
     * prior of width 1/2 around 1, and stays above 0.05, so that the order of customers and of horizons never turns.
     */
    public static final LogitMap IDENTITY = new LogitMap(0, 1);

    private static final double SLOPE_PRECISION = 4;
    private static final double LEVEL_PRECISION = 1;
    private static final double LEAST_SLOPE = 0.05;
    private static final double NEVER = 1e-9;

    /** In 0..1; 0 stays 0 and 1 stays 1. */
    public double apply(double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? 0 : 1;
        }
        if (intercept == 0 && slope == 1) {
            return p;
        }
        return logistic(intercept + slope * Math.log(p / (1 - p)));
    }

    /** Fits the map to what was predicted in several windows, and what came of it. */
    static LogitMap fit(List<PastWindow> windows) {
        double[][] logits = new double[windows.size()][];
        for (int w = 0; w < logits.length; w++) {
            logits[w] = windows.get(w).predicted.clone();
            for (int i = 0; i < logits[w].length; i++) {
                double p = Math.max(NEVER, Math.min(1 - NEVER, logits[w][i]));
                logits[w][i] = Math.log(p / (1 - p));
            }
        }
        double slope = slope(logits, windows);
        return new LogitMap(interceptKeepingTheMean(logits, slope), slope);
    }

    private static double slope(double[][] logits, List<PastWindow> windows) {
        double[] levels = new double[logits.length];
        double slope = 1;
        for (int step = 0; step < 50; step++) {
            // Newton's method; the levels are eliminated from the equations one by one, since none meets another.
            double gradient = -SLOPE_PRECISION * (slope - 1);
            double curvature = SLOPE_PRECISION;
            double[] pull = new double[levels.length];
            double[] ratio = new double[levels.length];
            for (int w = 0; w < levels.length; w++) {
                double g = -LEVEL_PRECISION * levels[w];
                double h = LEVEL_PRECISION;
                double cross = 0;
                for (int i = 0; i < logits[w].length; i++) {
                    double z = logits[w][i];
                    double q = logistic(levels[w] + slope * z);
                    double error = (windows.get(w).happened[i] ? 1 : 0) - q;
                    double weight = q * (1 - q);
                    g += error;
                    h += weight;
                    cross += weight * z;
                    gradient += error * z;
                    curvature += weight * z * z;
                }
                pull[w] = g / h;
                ratio[w] = cross / h;
                gradient -= cross * pull[w];
                curvature -= cross * ratio[w];
            }
            double change = Math.max(-0.5, Math.min(0.5, gradient / curvature));
            for (int w = 0; w < levels.length; w++) {
                levels[w] += Math.max(-1, Math.min(1, pull[w] - ratio[w] * change));
            }
            slope = Math.max(LEAST_SLOPE, slope + change);
            if (Math.abs(change) < 1e-10) {
                break;
            }
        }
        return slope;
    }

    private static double interceptKeepingTheMean(double[][] logits, double slope) {
        double low = -20;
        double high = 20;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double excess = 0;
            for (double[] window : logits) {
                for (double z : window) {
                    excess += logistic(middle + slope * z) - logistic(z);
                }
            }
            if (excess > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
