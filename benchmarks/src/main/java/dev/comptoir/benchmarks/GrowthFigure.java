package dev.comptoir.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one model cost at one size.
 *
 * @param trainSeconds of one thread on a core, the least of a few times
 * @param p50 microseconds of the thread on a core for one request: scores of all items, and the best ten
 * @param p99 the same, of the slowest in a hundred
 * @param wallP50 microseconds on the clock
 * @param wallP99 the same, of the slowest in a hundred
 * @param bytes estimated for training, the data apart
 */
record GrowthFigure(
        String model,
        GrowthSize size,
        double trainSeconds,
        double p50,
        double p99,
        double wallP50,
        double wallP99,
        long bytes) {
    /** The slope of a figure over a quantity, both in logarithms, by least squares; NaN for fewer than two sizes. */
    static double exponent(
            List<GrowthFigure> figures, GrowthSize.Quantity quantity, ToDoubleFunction<GrowthFigure> value) {
        double n = figures.size();
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (GrowthFigure figure : figures) {
            double x = Math.log(figure.size().of(quantity));
            double y = Math.log(Math.max(1e-9, value.applyAsDouble(figure)));
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        return n < 2 ? Double.NaN : (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    }
}
