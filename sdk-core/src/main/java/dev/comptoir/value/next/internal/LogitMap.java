package dev.comptoir.value.next.internal;

/**
 * A growing map of probabilities to probabilities: logit p' = intercept + slope * logit p. Immutable.
 *
 * @param slope above 0
 */
public record LogitMap(double intercept, double slope) {
    /*
     * Platt, "Probabilistic outputs for support vector machines", 1999, on the logit of a probability. Fitted by Newton's
     * method with a normal prior of width 1/2 around (0, 1): with few observations the map stays near the identity. The
     * slope is kept above 0.05, so that the order of customers and of horizons never turns.
     */
    public static final LogitMap IDENTITY = new LogitMap(0, 1);

    private static final double PRECISION = 4;
    private static final double LEAST_SLOPE = 0.05;

    /** In 0..1; 0 stays 0 and 1 stays 1. */
    public double apply(double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? 0 : 1;
        }
        if (this.equals(IDENTITY)) {
            return p;
        }
        return 1 / (1 + Math.exp(-intercept - slope * Math.log(p / (1 - p))));
    }

    /** Fits the map to predictions and what came of them. */
    static LogitMap fit(double[] predicted, boolean[] happened) {
        double intercept = 0;
        double slope = 1;
        for (int step = 0; step < 30; step++) {
            double g0 = -PRECISION * intercept;
            double g1 = -PRECISION * (slope - 1);
            double h00 = PRECISION;
            double h01 = 0;
            double h11 = PRECISION;
            for (int i = 0; i < predicted.length; i++) {
                double p = Math.max(1e-9, Math.min(1 - 1e-9, predicted[i]));
                double z = Math.log(p / (1 - p));
                double q = 1 / (1 + Math.exp(-intercept - slope * z));
                double error = (happened[i] ? 1 : 0) - q;
                double w = q * (1 - q);
                g0 += error;
                g1 += error * z;
                h00 += w;
                h01 += w * z;
                h11 += w * z * z;
            }
            double determinant = h00 * h11 - h01 * h01;
            double d0 = (h11 * g0 - h01 * g1) / determinant;
            double d1 = (h00 * g1 - h01 * g0) / determinant;
            double shorter = Math.min(1, 1 / Math.max(Math.abs(d0), Math.abs(d1)));
            intercept += shorter * d0;
            slope = Math.max(LEAST_SLOPE, slope + shorter * d1);
            if (Math.abs(d0) + Math.abs(d1) < 1e-10) {
                break;
            }
        }
        return new LogitMap(intercept, slope);
    }
}
