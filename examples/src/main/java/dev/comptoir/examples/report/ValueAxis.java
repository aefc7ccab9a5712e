package dev.comptoir.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis with round numbers: from 0, or below where there are negative values.
 *
 * @param low the lowest tick
 * @param high the highest tick
 * @param step the distance of ticks
 */
record ValueAxis(double low, double high, double step) {
    /** About {@code ticks} steps of 1, 2 or 5 times a power of ten that hold all values, and 0. */
    static ValueAxis of(double lowest, double highest, int ticks) {
        double low = Math.min(0, lowest);
        double high = Math.max(0, highest);
        double raw = (high > low ? high - low : 1) / ticks;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double mantissa = raw / power;
        double step = power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
        double top = Math.ceil(high / step) * step;
        double bottom = Math.floor(low / step) * step;
        return new ValueAxis(bottom, top > bottom ? top : bottom + step, step);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = Math.round(low / step); i <= Math.round(high / step); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** 0 at the lowest tick, 1 at the highest. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** How many decimals the ticks need. */
    int decimals() {
        return step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step));
    }
}
