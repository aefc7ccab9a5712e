package dev.comptoir.benchmarks;

import dev.comptoir.error.ComptoirException;
import dev.comptoir.recommend.evaluate.Metric;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.protocol.RollingTime;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.select.SelectionReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains recommendation models on a data set and prints their metrics with intervals, beside baselines. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = "Measures the quality of recommendation models by a published protocol.")
public final class RecommendCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final long DAY = 86_400_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder with interactions, baskets, sales, online_retail, or train and test, or a split: train,"
                            + " val_in, val_out, test_in, test_out; .csv or .csv.gz; items.csv for texts.")
    private Path data = Path.of("");

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "timesplit, strong, nextbasket, nextitem, session or ml100k-sg (default: the folder's own"
                    + " division; otherwise timesplit where there are times).")
    private @Nullable String protocol;

    @Option(
            names = "--model",
            split = ",",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto, or names with commas between (default: auto). Baselines are always added.")
    private String[] models = {"auto"};

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Of the models named, in place of the default; may be repeated.")
    private Map<String, Double> parameters = new LinkedHashMap<>();

    @Option(names = "--regularization", description = "The same as --param regularization=VALUE; above 0.")
    private @Nullable Double regularization;

    @Option(
            names = "--k",
            split = ",",
            paramLabel = "N",
            description = "Lengths of lists (default: what is usual for the protocol).")
    private int[] ks = {};

    @Option(
            names = "--min-value",
            defaultValue = "0",
            description = "Only lines of this value and more count (default: 0; ml100k-sg has 4).")
    private double minValue;

    @Option(names = "--seed", defaultValue = "0", description = "Chooses users and drives resampling (default: 0).")
    private long seed;

    @Option(
            names = "--horizon-days",
            defaultValue = "0",
            description = "Of timesplit: length of a window (default: 28, or a tenth of the data's time).")
    private double horizonDays;

    @Option(
            names = "--test-windows",
            defaultValue = "3",
            description = "Of timesplit: windows to judge by (default: 3).")
    private int testWindows;

    @Option(
            names = "--validation-windows",
            defaultValue = "2",
            description = "Of timesplit: windows before them, to choose by (default: 2).")
    private int validationWindows;

    @Option(
            names = "--whole-window",
            description = "Of timesplit: asks for all that is bought in the window, not for the first basket.")
    private boolean wholeWindow;

    @Option(names = "--threads", description = "Do not show in the metrics (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--report", paramLabel = "FILE", description = "Of auto: writes what was chosen and why, as HTML.")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        Asked asked = asked();
        PrintWriter out = commandSpec().commandLine().getOut();
        PrintWriter err = commandSpec().commandLine().getErr();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "benchmarks-recommend");
            thread.setDaemon(true);
            return thread;
        });
        try {
            RecommendRun run = run(asked, Tiles.on(pool, threads), err);
            new RecommendPrinter(run, out).print();
            SelectionReport choice = run.choice();
            if (choice != null && report != null) {
                writeReport(choice, report);
                out.println("written to " + report);
            }
            if (json != null) {
                JsonFile.write(json, fields(run));
                out.println("written to " + json);
            }
            return 0;
        } catch (ComptoirException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            err.println(e.getMessage());
            return FAILED;
        } finally {
            pool.shutdown();
            out.flush();
            err.flush();
        }
    }

    /** What the options say, checked before anything is read. */
    private record Asked(
            @Nullable RecommendProtocol protocol, boolean auto, Map<String, Algorithm> models, RollingTime rolling) {}

    private Asked asked() {
        if (threads < 1) {
            throw wrong("--threads is " + threads + ", but must be at least 1.");
        }
        if (regularization != null) {
            if (!(regularization > 0) || Double.isInfinite(regularization)) {
                throw wrong("--regularization is " + regularization + ", but must be a number above 0.");
            }
            parameters.put("regularization", regularization);
        }
        if (!(horizonDays >= 0 && horizonDays <= 36_500)) {
            throw wrong("--horizon-days is " + horizonDays + ", but must be 0 to 36500.");
        }
        try {
            List<String> names = new ArrayList<>(
                    Arrays.stream(models).map(String::strip).distinct().toList());
            boolean auto = names.remove("auto");
            Metric.of(Task.NEXT_ITEM, ks);
            return new Asked(
                    protocol == null ? null : RecommendProtocol.named(protocol),
                    auto,
                    RecommendModels.named(names, parameters),
                    new RollingTime(Math.round(horizonDays * DAY), validationWindows, testWindows, wholeWindow));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private RecommendRun run(Asked asked, Tiles tiles, PrintWriter err) {
        long begun = System.nanoTime();
        RecommendTables tables = new RecommendTables(data);
        RecommendProtocol chosen = asked.protocol() == null ? RecommendProtocol.suiting(tables) : asked.protocol();
        Split split = chosen.split(tables, minValue, seed, asked.rolling());
        Consumer<String> progress = step -> {
            err.printf(Locale.ROOT, "[%.1f s] %s%n", (System.nanoTime() - begun) / 1e9, step);
            err.flush();
        };
        RecommendRun run = new RecommendRun(split, Metric.of(split.task(), ks), seed, tiles, progress);
        if (asked.auto()) {
            run.add("auto", auto(run, split, tiles, progress), false);
        }
        asked.models().forEach((name, model) -> run.add(name, model, false));
        Metric leading = run.leading().get(0);
        RecommendBaselines.of(split, leading, tiles, progress).forEach((name, model) -> {
            if (!asked.models().containsKey(name)) {
                run.add(name, model, true);
            }
        });
        return run;
    }

    private Algorithm auto(RecommendRun run, Split split, Tiles tiles, Consumer<String> progress) {
        if (split.validation().isEmpty()) {
            progress.accept("auto: nothing to choose by, so what is usual serves");
            return RecommendModels.usual(split);
        }
        SelectionReport choice = RecommendModels.choose(split, seed, tiles, progress);
        run.chose(choice);
        return RecommendModels.chosen(choice);
    }

    private Map<String, Object> fields(RecommendRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "recommend");
        fields.put("data", data.toAbsolutePath().normalize().getFileName().toString());
        fields.put("protocol", run.split().protocol());
        fields.put("seed", seed);
        fields.put("minValue", minValue);
        fields.putAll(new RecommendReport(run).fields());
        SelectionReport choice = run.choice();
        if (choice != null) {
            fields.put("auto", JsonFile.parse(choice.toJson()));
        }
        fields.put("threads", threads);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return fields;
    }

    private static void writeReport(SelectionReport choice, Path file) {
        try {
            Files.writeString(file, choice.toHtml(Locale.ENGLISH));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandSpec().commandLine(), message);
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("The command runs within picocli's CommandLine only.");
        }
        return spec;
    }
}
