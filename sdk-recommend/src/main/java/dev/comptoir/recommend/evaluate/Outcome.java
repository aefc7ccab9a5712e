package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.evaluate.statistics.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one model answered: every metric of every question, so that models can be compared question by question. Immutable and
 * thread-safe.
 */
public final class Outcome {
    private final String algorithm;
    private final SortedMap<String, Double> parameters;
    private final List<Metric> metrics;
    private final Map<String, double[]> values;
    private final int[] units;
    private final int[] windows;
    private final SortedMap<String, Double> lists;
    private final double trainSeconds;
    private final double testSeconds;

    Outcome(
            String algorithm,
            SortedMap<String, Double> parameters,
            List<Metric> metrics,
            Map<String, double[]> values,
            int[] units,
            int[] windows,
            SortedMap<String, Double> lists,
            double trainSeconds,
            double testSeconds) {
        this.algorithm = algorithm;
        this.parameters = parameters;
        this.metrics = List.copyOf(metrics);
        this.values = values;
        this.units = units;
        this.windows = windows;
        this.lists = lists;
        this.trainSeconds = trainSeconds;
        this.testSeconds = testSeconds;
    }

    /**
     * The same model over several windows, one question after the other; figures of all lists are averaged over windows.
     *
     * @throws IllegalArgumentException if there is none, or they differ in model or metrics
     */
    public static Outcome pooled(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("There is no window to pool.");
        }
        Outcome first = outcomes.get(0);
        Map<String, double[]> values = new LinkedHashMap<>();
        SortedMap<String, Double> lists = new TreeMap<>();
        List<Integer> windows = new ArrayList<>();
        for (int w = 0; w < outcomes.size(); w++) {
            Outcome outcome = outcomes.get(w);
            if (!outcome.algorithm.equals(first.algorithm)
                    || !outcome.values.keySet().equals(first.values.keySet())) {
                throw new IllegalArgumentException(
                        "The windows are of " + first.algorithm + " and " + outcome.algorithm + "; pool one by one.");
            }
            outcome.values.forEach((name, more) -> values.merge(name, more, Outcome::joined));
            outcome.lists.forEach((name, value) -> lists.merge(name, value / outcomes.size(), Double::sum));
            windows.addAll(Collections.nCopies(outcome.questions(), w));
        }
        return new Outcome(
                first.algorithm,
                first.parameters,
                first.metrics,
                values,
                outcomes.stream().flatMapToInt(o -> Arrays.stream(o.units)).toArray(),
                windows.stream().mapToInt(Integer::intValue).toArray(),
                lists,
                outcomes.stream().mapToDouble(Outcome::trainSeconds).sum(),
                outcomes.stream().mapToDouble(Outcome::testSeconds).sum());
    }

    private static double[] joined(double[] left, double[] right) {
        double[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    /** Which model. */
    public String algorithm() {
        return algorithm;
    }

    /** What it was set to. */
    public SortedMap<String, Double> parameters() {
        return parameters;
    }

    /** What was measured. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** How many questions were asked. */
    public int questions() {
        return units.length;
    }

    /**
     * A metric of each question, NaN where the question has no target that counts for it. A copy.
     *
     * @throws IllegalArgumentException if it was not measured
     */
    public double[] values(String metric) {
        return named(metric).clone();
    }

    /** The mean of a metric over the questions that it applies to; NaN where there is none. */
    public double mean(String metric) {
        return Arrays.stream(named(metric))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private double[] named(String metric) {
        double[] found = values.get(metric);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no metric " + metric + "; there are " + String.join(", ", values.keySet()) + ".");
        }
        return found;
    }

    /** A metric by customers or sessions and windows, to say how sure its mean is. */
    public Sample sample(String metric) {
        return Sample.of(named(metric), units, windows);
    }

    /**
     * A metric of this model less that of another, question by question.
     *
     * @throws IllegalArgumentException if the other was not asked the same questions
     */
    public Sample minus(Outcome other, String metric) {
        if (!Arrays.equals(units, other.units) || !Arrays.equals(windows, other.windows)) {
            throw new IllegalArgumentException(
                    algorithm + " and " + other.algorithm + " were not asked the same questions.");
        }
        double[] left = named(metric);
        double[] right = other.named(metric);
        double[] difference = new double[left.length];
        Arrays.setAll(difference, q -> left[q] - right[q]);
        return Sample.of(difference, units, windows);
    }

    /** The customer or session of each question. A copy. */
    public int[] units() {
        return units.clone();
    }

    /** The window of each question, from 0. A copy. */
    public int[] windows() {
        return windows.clone();
    }

    /** Figures of the lists as a whole, by name. */
    public SortedMap<String, Double> lists() {
        return lists;
    }

    /** How long training took. */
    public double trainSeconds() {
        return trainSeconds;
    }

    /** How long scoring and ranking of all questions took. */
    public double testSeconds() {
        return testSeconds;
    }

    @Override
    public String toString() {
        return algorithm + Objects.toString(parameters);
    }
}
