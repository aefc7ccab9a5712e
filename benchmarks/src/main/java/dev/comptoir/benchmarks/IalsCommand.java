package dev.comptoir.benchmarks;

import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.ials.IalsSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures training, quality and serving of iALS. */
@Command(
        name = "ials",
        mixinStandardHelpOptions = true,
        description = "Measures training, quality and serving of iALS: docs/benchmarks/ials.md.")
final class IalsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--synthetic", paramLabel = "FILE", description = "A binary set of users' items.")
    private @Nullable Path synthetic;

    @Option(names = "--data", paramLabel = "DIR", description = "Or a folder with interactions.csv[.gz].")
    private @Nullable Path folder;

    @Option(
            names = "--min-value",
            defaultValue = "0",
            description = "Of --data: only values from here on (default: 0).")
    private double minValue;

    @Option(names = "--holdout", defaultValue = "NONE", description = "NONE (default), KNOWN or STRONG.")
    private IalsData.Holdout holdout = IalsData.Holdout.NONE;

    @Option(
            names = "--factors",
            split = ",",
            defaultValue = "64",
            description = "One or more, by commas (default: 64).")
    private List<Integer> factors = List.of();

    @Option(names = "--epochs", defaultValue = "15", description = "Default: 15.")
    private int epochs;

    @Option(names = "--block", defaultValue = "0", description = "0: conjugate gradients (default); factors: Cholesky.")
    private int block;

    @Option(names = "--regularization", defaultValue = ".01", description = "Above 0 (default: .01).")
    private double regularization;

    @Option(names = "--unobserved", defaultValue = ".1", description = "Unobserved weight, above 0 (default: .1).")
    private double unobserved;

    @Option(names = "--seed", defaultValue = "0", description = "Of the first vectors (default: 0).")
    private long seed;

    @Option(names = "--threads", description = "Do not show in the results (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--repeat", defaultValue = "1", description = "How often everything is done (default: 1).")
    private int repeat;

    @Option(names = "--serve", description = "Measures requests, too.")
    private boolean serve;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        List<IalsSettings> runs = settings();
        PrintWriter out = commandSpec().commandLine().getOut();
        IalsData data = data();
        out.printf(
                Locale.ROOT,
                "%,d users, %,d items, %,d interactions in training, %,d users held out (%s)%n",
                data.train.rows(),
                data.train.items(),
                data.train.size(),
                data.held.size(),
                holdout);
        out.flush();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            IalsBenchmark benchmark = new IalsBenchmark(data, Tiles.on(pool, threads));
            List<Map<String, Object>> results = new ArrayList<>();
            for (IalsSettings run : runs) {
                Map<String, Object> figures = benchmark.measure(run, serve);
                figures.forEach((name, value) -> out.printf(
                        Locale.ROOT,
                        "%-24s %s%n",
                        name,
                        value instanceof Double number ? String.format(Locale.ROOT, "%,.4f", number) : value));
                out.flush();
                results.add(figures);
            }
            if (json != null) {
                JsonFile.write(json, fields(results));
                out.println("written to " + json);
            }
            return 0;
        } finally {
            pool.shutdown();
            out.flush();
        }
    }

    private List<IalsSettings> settings() {
        if (threads < 1) {
            throw wrong("--threads is " + threads + ", but must be at least 1.");
        }
        List<IalsSettings> runs = new ArrayList<>();
        try {
            for (int round = 0; round < repeat; round++) {
                for (int d : factors) {
                    runs.add(new IalsSettings(d, epochs, regularization, unobserved, 1, seed, block));
                }
            }
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return runs;
    }

    private IalsData data() {
        if (synthetic != null && folder == null) {
            return IalsData.synthetic(synthetic, holdout);
        }
        if (folder != null && synthetic == null) {
            return IalsData.folder(folder, minValue, holdout);
        }
        throw wrong("One of --synthetic and --data must be given.");
    }

    private Map<String, Object> fields(List<Map<String, Object>> results) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "ials");
        fields.put("data", String.valueOf((synthetic == null ? folder : synthetic)));
        fields.put("holdout", holdout.name());
        fields.put("epochs", epochs);
        fields.put("regularization", regularization);
        fields.put("unobservedWeight", unobserved);
        fields.put("seed", seed);
        fields.put("threads", threads);
        fields.put("results", results);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return fields;
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
