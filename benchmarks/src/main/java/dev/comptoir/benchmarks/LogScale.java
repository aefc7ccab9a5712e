package dev.comptoir.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** Places values on an axis by their logarithms. Immutable. */
record LogScale(double low, double high, double from, double to) {
    /** From the smallest to the largest value. */
    static LogScale tight(double[] values, double from, double to) {
        double low = Math.log10(Arrays.stream(values).min().orElse(1));
        double high = Math.log10(Arrays.stream(values).max().orElse(10));
        return new LogScale(low, Math.max(high, low + 1e-9), from, to);
    }

    /** From one power of ten to another. */
    static LogScale decades(double[] values, double from, double to) {
        LogScale tight =
                tight(Arrays.stream(values).map(value -> Math.max(1e-9, value)).toArray(), from, to);
        double low = Math.floor(tight.low());
        return new LogScale(low, Math.max(low + 1, Math.ceil(tight.high())), from, to);
    }

    double at(double value) {
        return from + (to - from) * (Math.log10(Math.max(1e-9, value)) - low) / (high - low);
    }

    /** The powers of ten on it. */
    double[] decades() {
        return IntStream.rangeClosed((int) Math.ceil(low - 1e-9), (int) Math.floor(high + 1e-9))
                .mapToDouble(power -> Math.pow(10, power))
                .toArray();
    }

    static String label(double decade) {
        return decade >= 1
                ? String.format(Locale.ROOT, "%,.0f", decade)
                : String.format(Locale.ROOT, "%." + Math.round(-Math.log10(decade)) + "f", decade)
                        .substring(1);
    }
}
