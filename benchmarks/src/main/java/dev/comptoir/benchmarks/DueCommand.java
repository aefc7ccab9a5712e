package dev.comptoir.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the calibration of next purchase and churn on a split in time. */
@Command(
        name = "due",
        mixinStandardHelpOptions = true,
        description = "Measures probabilities of the next purchase and of churn on a split in time.")
final class DueCommand implements Callable<Integer> {
    private static final int CHURN_DAYS = 90;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with online_retail.csv[.gz] or transactions*.csv[.gz].")
    private Path data = Path.of("");

    @Option(
            names = "--split",
            paramLabel = "DATE",
            description =
                    "The last day that is known (default: 90 days before the last, or a third of a short record).")
    private @Nullable LocalDate split;

    @Option(names = "--seed", defaultValue = "0", description = "Of the draws for the error that chance alone leaves.")
    private long seed;

    @Option(
            names = "--category-column",
            paramLabel = "NAME",
            description = "Also asks for purchases by this column, such as StockCode.")
    private @Nullable String categoryColumn;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        DueData read = DueData.read(data, categoryColumn);
        LocalDate day = split == null ? defaultSplit(read) : split;
        long after = ChronoUnit.DAYS.between(day, read.lastDay());
        if (after < 1 || day.isBefore(read.firstDay())) {
            throw new IllegalArgumentException("--split is " + day + ", but must lie from " + read.firstDay()
                    + " to the day before " + read.lastDay() + ".");
        }
        DueProtocol protocol = new DueProtocol(read, day, seed);
        DueProtocol.Figures figures = protocol.run((int) Math.min(CHURN_DAYS, after));
        DueProtocol.Categories categories = categoryColumn == null || after < 28 ? null : protocol.categories();
        print(figures, out);
        if (categories != null) {
            out.printf("%npurchase of a category within %d days%n", categories.days());
            categories.habits().ifPresent(out::println);
            row("model", categories.model(), out);
            bins(categories.model(), out);
        }
        if (json != null) {
            write(figures, categories, json);
            out.println("written to " + json);
        }
        out.flush();
        return 0;
    }

    private static LocalDate defaultSplit(DueData data) {
        long span = ChronoUnit.DAYS.between(data.firstDay(), data.lastDay());
        return data.lastDay().minusDays(Math.min(CHURN_DAYS, span / 3));
    }

    private static void print(DueProtocol.Figures figures, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s to %s, known until %s; %d lines, %d rejected%n",
                figures.firstDay(),
                figures.lastDay(),
                figures.split(),
                figures.lines(),
                figures.rejectedLines());
        out.println(figures.habits());
        out.println("churn: " + figures.churnCalibration());
        out.printf(
                Locale.ROOT,
                "CPU: fit %.2f s, churn %.2f s, %.3f us a probability%n",
                figures.fitCpuSeconds(),
                figures.churnFitCpuSeconds(),
                figures.microsecondsAProbability());
        figures.questions().forEach(question -> print(question, out));
    }

    private static void print(DueProtocol.Question question, PrintWriter out) {
        out.printf("%n%s within %d days%n", question.about(), question.days());
        row("model", question.model(), out);
        row("uncalibrated", question.uncalibrated(), out);
        row("base rate", question.baseRate(), out);
        row("exponential", question.exponential(), out);
        bins(question.model(), out);
    }

    private static void bins(Reliability figures, PrintWriter out) {
        for (Reliability.Bin bin : figures.bins()) {
            out.printf(
                    Locale.ROOT,
                    "  from %.1f %6d customers: predicted %.4f, happened %.4f%n",
                    bin.from(),
                    bin.customers(),
                    bin.predicted(),
                    bin.happened());
        }
    }

    private static void row(String name, Reliability figures, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  %-13s predicted %.4f happened %.4f ECE %.4f (chance %.4f) Brier %.4f AUC %.4f%n",
                name,
                figures.predicted(),
                figures.happened(),
                figures.expectedCalibrationError(),
                figures.errorOfPerfect(),
                figures.brier(),
                figures.auc());
    }

    private void write(DueProtocol.Figures figures, DueProtocol.@Nullable Categories categories, Path file) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("command", "due");
        report.put("data", String.valueOf(data.getFileName()));
        report.put("firstDay", figures.firstDay().toString());
        report.put("lastDay", figures.lastDay().toString());
        report.put("split", figures.split().toString());
        report.put("seed", seed);
        report.put("lines", figures.lines());
        report.put("rejectedLines", figures.rejectedLines());
        report.put("habits", figures.habits());
        report.put("churnCalibration", figures.churnCalibration());
        report.put("fitCpuSeconds", figures.fitCpuSeconds());
        report.put("churnFitCpuSeconds", figures.churnFitCpuSeconds());
        report.put("microsecondsAProbability", figures.microsecondsAProbability());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("javaVersion", Runtime.version().toString());
        report.put("questions", figures.questions());
        if (categories != null) {
            report.put("categories", categories.model());
        }
        JsonFile.write(file, report);
    }
}
