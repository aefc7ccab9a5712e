package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.Metric;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the figures of a run for people. */
final class RecommendPrinter {
    private final RecommendRun run;
    private final PrintWriter out;

    RecommendPrinter(RecommendRun run, PrintWriter out) {
        this.run = run;
        this.out = out;
    }

    void print() {
        for (RecommendRun.Result result : run.results()) {
            if (!result.baseline()) {
                model(result);
            }
        }
        table();
        windows();
    }

    private void model(RecommendRun.Result result) {
        Map<String, Long> counts = RecommendReport.counts(run);
        out.printf(
                Locale.ROOT,
                "%s %s on %s: %d training users, %d interactions, %d items, %d test users (%d skipped), %d questions%n",
                result.name(),
                result.outcome().parameters(),
                run.split().protocol(),
                counts.get("trainUsers"),
                counts.get("trainInteractions"),
                counts.get("items"),
                counts.get("testUsers"),
                counts.get("skippedUsers"),
                counts.get("questions"));
        for (Metric metric : run.metrics()) {
            Interval interval = result.interval(metric.name());
            if (interval.questions() == 0) {
                continue;
            }
            out.printf(
                    Locale.ROOT,
                    "%-20s %.6f  +- %.6f  95 %% [%.6f, %.6f]  (%s)%n",
                    metric.name(),
                    interval.mean(),
                    interval.standardError(),
                    interval.lower(),
                    interval.upper(),
                    metric.variant());
        }
        result.outcome().lists().forEach((name, value) -> out.printf(Locale.ROOT, "%-20s %.6f%n", name, value));
        out.printf(
                Locale.ROOT,
                "training %.3f s, test %.3f s%n%n",
                result.outcome().trainSeconds(),
                result.outcome().testSeconds());
    }

    private void table() {
        for (Metric metric : run.leading()) {
            RecommendRun.Result best = run.best(metric);
            Map<String, RecommendRun.Difference> differences = new HashMap<>();
            run.differences(metric).forEach(difference -> differences.put(difference.model(), difference));
            out.printf(
                    Locale.ROOT,
                    "%-30s %-26s %-28s %s%n",
                    metric.name(),
                    "mean, 95 %",
                    "less " + best.name() + ", 95 %",
                    "p (Holm)");
            for (RecommendRun.Result result : run.results()) {
                Interval interval = result.interval(metric.name());
                RecommendRun.Difference difference = differences.get(result.name());
                out.printf(
                        Locale.ROOT,
                        "%-30s %-26s %-28s %s%n",
                        result.name() + (result.baseline() ? " (baseline)" : ""),
                        String.format(
                                Locale.ROOT, "%.4f [%.4f, %.4f]", interval.mean(), interval.lower(), interval.upper()),
                        difference == null
                                ? "best"
                                : text(difference.comparison().difference()),
                        difference == null ? "" : String.format(Locale.ROOT, "%.4f", difference.adjusted()));
            }
            out.println();
        }
    }

    private static String text(Interval difference) {
        return String.format(
                Locale.ROOT, "%+.4f [%+.4f, %+.4f]", difference.mean(), difference.lower(), difference.upper());
    }

    private void windows() {
        windows("validation", run.split().validation());
        windows("test", run.split().test());
    }

    private void windows(String part, List<Window> windows) {
        for (Window window : windows) {
            out.printf(
                    Locale.ROOT,
                    "%s %s: %d training users, %d receipts without user, %d items; %d questions%s%s%n",
                    part,
                    window.name().equals(part) ? "" : window.name(),
                    window.train().histories().knownRows(),
                    window.train().histories().rows()
                            - window.train().histories().knownRows(),
                    window.train().items(),
                    window.questions().size(),
                    !window.questions().isEmpty() && window.questions().get(0).historyMasked()
                            ? ", items of the history left out"
                            : "",
                    window.skipped().isEmpty() ? "" : ", not asked: " + window.skipped());
        }
    }
}
