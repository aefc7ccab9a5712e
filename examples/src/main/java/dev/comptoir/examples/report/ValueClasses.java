package dev.comptoir.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Classes of amounts that grow by 1, 2, 5, 10 and so on: what customers are worth spans several powers of ten.
 *
 * @param edges where classes begin and end, rising; the first is 0
 * @param counts how many amounts lie in each, from its lower edge on, below its upper one
 */
record ValueClasses(List<Double> edges, List<Integer> counts) {
    private static final double[] STEPS = {1, 2, 5};
    /** All below this part of the highest amount come together. */
    private static final double SMALLEST = 1e-4;

    ValueClasses {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /** The classes that hold all amounts, none negative; what is below a unit comes together with nothing at all. */
    static ValueClasses of(double[] amounts) {
        double highest = 0;
        for (double amount : amounts) {
            highest = Math.max(highest, amount);
        }
        List<Double> edges = new ArrayList<>(List.of(0.0));
        double smallest = Math.max(1, highest * SMALLEST);
        for (double power = 1; edges.get(edges.size() - 1) <= highest; power *= 10) {
            for (double step : STEPS) {
                if (step * power >= smallest && edges.get(edges.size() - 1) <= highest) {
                    edges.add(step * power);
                }
            }
        }
        int[] counts = new int[edges.size() - 1];
        for (double amount : amounts) {
            int at = 0;
            while (at < counts.length - 1 && amount >= edges.get(at + 1)) {
                at++;
            }
            counts[at]++;
        }
        List<Integer> found = new ArrayList<>();
        for (int count : counts) {
            found.add(count);
        }
        return new ValueClasses(edges, found);
    }
}
