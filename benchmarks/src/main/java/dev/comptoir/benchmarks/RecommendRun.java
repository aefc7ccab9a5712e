package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.Evaluation;
import dev.comptoir.recommend.evaluate.Metric;
import dev.comptoir.recommend.evaluate.Outcome;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.evaluate.statistics.Bootstrap;
import dev.comptoir.recommend.evaluate.statistics.Comparison;
import dev.comptoir.recommend.evaluate.statistics.Holm;
import dev.comptoir.recommend.evaluate.statistics.Interval;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.select.SelectionReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks several models the same questions, says how sure each figure is, and compares all with the best. */
final class RecommendRun {
    private static final double HEAP_SHARE = 0.9;

    private final Split split;
    private final List<Metric> metrics;
    private final long seed;
    private final Tiles tiles;
    private final Consumer<String> progress;
    private final Map<String, Result> results = new LinkedHashMap<>();
    private @Nullable SelectionReport choice;

    /** What one model reached: every metric with its interval. */
    record Result(String name, boolean baseline, Outcome outcome, Map<String, Interval> intervals) {
        Interval interval(String metric) {
            Interval interval = intervals.get(metric);
            if (interval == null) {
                throw new IllegalArgumentException("There is no metric " + metric + ".");
            }
            return interval;
        }
    }

    /** A model less the best one; {@code adjusted} is the p-value after Holm's correction over all models of the metric. */
    record Difference(String model, String best, String metric, Comparison comparison, double adjusted) {}

    RecommendRun(Split split, List<Metric> metrics, long seed, Tiles tiles, Consumer<String> progress) {
        this.split = split;
        this.metrics = metrics;
        this.seed = seed;
        this.tiles = tiles;
        this.progress = progress;
    }

    /** Notes what auto chose, for the printed and the written report. */
    void chose(SelectionReport report) {
        choice = report;
    }

    @Nullable
    SelectionReport choice() {
        return choice;
    }

    Split split() {
        return split;
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Those that a table has room for: the first two measures, at their first lengths. */
    List<Metric> leading() {
        List<Metric> leading = new ArrayList<>(List.of(metrics.get(0)));
        String first = measure(metrics.get(0));
        metrics.stream()
                .filter(metric -> !measure(metric).equals(first))
                .findFirst()
                .ifPresent(leading::add);
        return leading;
    }

    private static String measure(Metric metric) {
        return metric.name().substring(0, metric.name().indexOf('@'));
    }

    /** Trains and asks a model on every test window. */
    void add(String name, Algorithm algorithm, boolean baseline) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Window window : split.test()) {
            requireMemory(algorithm, window);
            progress.accept(name + ": " + window.name());
            outcomes.add(Evaluation.run(window, algorithm, metrics, tiles));
        }
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are 0 questions to ask in the test: nobody is known before and comes again.");
        }
        Outcome outcome = Outcome.pooled(outcomes);
        progress.accept(name + ": intervals");
        Map<String, Interval> intervals = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            intervals.put(metric.name(), Bootstrap.interval(outcome.sample(metric.name()), seed, tiles));
        }
        results.put(name, new Result(name, baseline, outcome, intervals));
    }

    private static void requireMemory(Algorithm algorithm, Window window) {
        if (!fits(algorithm, window)) {
            throw new IllegalArgumentException("The model " + algorithm.name() + " needs about "
                    + (algorithm.estimateBytes(window.train()) >> 20) + " MB for "
                    + window.train().items() + " items, but the heap has "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB. Maybe raise -Xmx, or use another model?");
        }
    }

    /** Whether the heap is large enough to train a model. */
    static boolean fits(Algorithm algorithm, Window window) {
        return algorithm.estimateBytes(window.train()) <= Runtime.getRuntime().maxMemory() * HEAP_SHARE;
    }

    List<Result> results() {
        return List.copyOf(results.values());
    }

    /** All models but the best, less the best, for a metric. */
    List<Difference> differences(Metric metric) {
        Result best = best(metric);
        List<Result> others = results.values().stream()
                .filter(result -> !result.name().equals(best.name()))
                .toList();
        List<Comparison> comparisons = others.stream()
                .map(other -> Comparison.of(other.outcome().minus(best.outcome(), metric.name()), seed, tiles))
                .toList();
        double[] adjusted =
                Holm.adjust(comparisons.stream().mapToDouble(Comparison::pValue).toArray());
        List<Difference> differences = new ArrayList<>();
        for (int k = 0; k < adjusted.length; k++) {
            differences.add(
                    new Difference(others.get(k).name(), best.name(), metric.name(), comparisons.get(k), adjusted[k]));
        }
        return differences;
    }

    /** The first of the models with the largest mean. */
    Result best(Metric metric) {
        Result best = null;
        for (Result result : results.values()) {
            if (best == null
                    || result.outcome().mean(metric.name()) > best.outcome().mean(metric.name())) {
                best = result;
            }
        }
        if (best == null) {
            throw new IllegalStateException("No model was asked.");
        }
        return best;
    }
}
