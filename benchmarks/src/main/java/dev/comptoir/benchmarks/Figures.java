package dev.comptoir.benchmarks;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a run, in the order they were measured, and who is told that it goes on. Not thread-safe. */
final class Figures {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final PrintWriter progress;

    Figures(PrintWriter progress) {
        this.progress = progress;
    }

    void progress(String what) {
        progress.println("... " + what);
        progress.flush();
    }

    void put(String name, Number value) {
        values.put(name, value);
    }

    /**
     * The median of each, and of the ratios of rounds: what happened between two rounds is in neither.
     *
     * @param raw the limit of each round; empty where there is none
     * @param isRate whether more is better
     */
    void put(String name, double[] ours, double[] raw, boolean isRate) {
        values.put(name, median(ours));
        if (raw.length > 0) {
            double[] ratios = new double[ours.length];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = isRate ? ours[i] / raw[i] : raw[i] / ours[i];
            }
            values.put(name + "Raw", median(raw));
            values.put(name + "Ratio", median(ratios));
        }
    }

    Map<String, Object> values() {
        return values;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
