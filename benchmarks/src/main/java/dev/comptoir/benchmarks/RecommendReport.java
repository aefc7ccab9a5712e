package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Metric;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a run as they go into JSON; fields as in docs/benchmarks/README.md. */
final class RecommendReport {
    private final RecommendRun run;

    RecommendReport(RecommendRun run) {
        this.run = run;
    }

    /** The first model named, the others and the comparisons. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<RecommendRun.Result> results = run.results();
        fields.put("report", model(results.get(0)));
        fields.put("models", results.stream().map(this::model).toList());
        fields.put("comparisons", comparisons());
        List<Map<String, Object>> windows = new ArrayList<>();
        run.split().validation().forEach(window -> windows.add(window(window, "validation")));
        run.split().test().forEach(window -> windows.add(window(window, "test")));
        fields.put("windows", windows);
        return fields;
    }

    private Map<String, Object> model(RecommendRun.Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("protocol", run.split().protocol());
        fields.put("model", result.name());
        fields.put("baseline", result.baseline());
        SortedMap<String, Object> parameters = new TreeMap<>();
        result.outcome()
                .parameters()
                // JSON has no infinity.
                .forEach((name, value) -> parameters.put(name, Double.isInfinite(value) ? value.toString() : value));
        fields.put("parameters", parameters);
        fields.put(
                "metrics",
                run.metrics().stream()
                        .map(metric -> metric(metric, result.interval(metric.name())))
                        .toList());
        fields.put("lists", result.outcome().lists());
        fields.putAll(counts(run));
        fields.put("trainSeconds", result.outcome().trainSeconds());
        fields.put("testSeconds", result.outcome().testSeconds());
        return fields;
    }

    /** How much there is to learn from, in the last window, and how many are asked. */
    static Map<String, Long> counts(RecommendRun run) {
        List<Window> test = run.split().test();
        Window last = test.get(test.size() - 1);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("trainUsers", (long) last.train().histories().knownRows());
        counts.put(
                "testUsers",
                test.stream()
                        .flatMap(window -> window.questions().stream())
                        .mapToInt(HeldOut::unit)
                        .distinct()
                        .count());
        counts.put(
                "skippedUsers",
                test.stream()
                        .flatMap(window -> window.skipped().values().stream())
                        .mapToLong(Integer::longValue)
                        .sum());
        counts.put(
                "questions",
                test.stream().mapToLong(window -> window.questions().size()).sum());
        counts.put("items", (long) last.train().items());
        counts.put("trainInteractions", (long) last.train().histories().matrix().size());
        return counts;
    }

    private static Map<String, Object> metric(Metric metric, Interval interval) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", metric.name());
        fields.put("variant", metric.variant());
        fields.put("mean", number(interval.mean()));
        fields.put("standardError", number(interval.standardError()));
        fields.put("lower", number(interval.lower()));
        fields.put("upper", number(interval.upper()));
        fields.put("users", interval.units());
        fields.put("questions", interval.questions());
        return fields;
    }

    private List<Map<String, Object>> comparisons() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Metric metric : run.leading()) {
            for (RecommendRun.Difference difference : run.differences(metric)) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("metric", difference.metric());
                fields.put("model", difference.model());
                fields.put("best", difference.best());
                Interval interval = difference.comparison().difference();
                fields.put("difference", number(interval.mean()));
                fields.put("lower", number(interval.lower()));
                fields.put("upper", number(interval.upper()));
                fields.put("pValue", difference.comparison().pValue());
                fields.put("pValueHolm", difference.adjusted());
                fields.put("detectable", number(difference.comparison().detectable()));
                all.add(fields);
            }
        }
        return all;
    }

    private static Map<String, Object> window(Window window, String part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", window.name());
        fields.put("part", part);
        window.cut()
                .ifPresent(cut -> fields.put("cut", Instant.ofEpochMilli(cut).toString()));
        window.end()
                .ifPresent(end -> fields.put("end", Instant.ofEpochMilli(end).toString()));
        fields.put("trainUsers", window.train().histories().knownRows());
        fields.put(
                "receiptsWithoutUser",
                window.train().histories().rows() - window.train().histories().knownRows());
        fields.put("items", window.train().items());
        fields.put("trainLines", window.train().histories().lines());
        fields.put("questions", window.questions().size());
        fields.put(
                "historyMasked",
                !window.questions().isEmpty() && window.questions().get(0).historyMasked());
        fields.put("skipped", window.skipped());
        return fields;
    }

    /** JSON has no NaN either. */
    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
