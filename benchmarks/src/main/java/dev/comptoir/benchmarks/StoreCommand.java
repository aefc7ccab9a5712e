package dev.comptoir.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a store beside plain JDBC into the same tables. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "Measures a store beside raw JDBC: docs/benchmarks/store.md.")
final class StoreCommand implements Callable<Integer> {
    private static final List<String> STORES = List.of("sqlite", "postgres", "memory");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--store",
            defaultValue = "sqlite",
            paramLabel = "sqlite|postgres|memory",
            description = "Which store (default: sqlite). In memory there is no raw JDBC to compare with.")
    private String store = "sqlite";

    @Option(
            names = "--url",
            paramLabel = "JDBC_URL",
            description = "With --store postgres: a server of your own, where schemas may be made and dropped"
                    + " (default: one that is brought along, Linux on x86-64 only).")
    private @Nullable String url;

    @Option(
            names = "--events",
            defaultValue = "50000",
            description = "Events in batches of 1000; at least 1000 (default: 50000). One by one, a tenth of them.")
    private int events;

    @Option(
            names = "--businesses",
            defaultValue = "200",
            description = "How many businesses to hold open and idle, 1 to 10000 (default: 200).")
    private int businesses;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Interleaved rounds of each, at least 1 (default: 3).")
    private int rounds;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the files are made and removed (default: a new one in the system's temporary folder).")
    private @Nullable Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        check("--events", events, 1000, 10_000_000);
        check("--businesses", businesses, 1, 10_000);
        check("--rounds", rounds, 1, 100);
        checkStore();
        PrintWriter out = commandSpec().commandLine().getOut();
        Path work = folder == null
                ? Files.createTempDirectory("comptoir-store")
                : Files.createTempDirectory(Files.createDirectories(folder), "comptoir-store");
        try {
            Map<String, Object> figures = measure(work);
            figures.forEach((name, value) -> out.printf(
                    Locale.ROOT, "%-38s %s%n", name, value instanceof Double number ? rounded(number) : value));
            if (json != null) {
                write(figures, json);
                out.println("written to " + json);
            }
            return 0;
        } finally {
            out.flush();
            delete(work);
        }
    }

    private Map<String, Object> measure(Path work) throws IOException, SQLException, InterruptedException {
        Figures figures = new Figures(commandSpec().commandLine().getErr());
        try (StoreKind kind = kind(work)) {
            StoreBenchmark appends = new StoreBenchmark(kind, events, rounds, figures);
            appends.measure();
            new StoreReads(kind, appends, rounds, figures).measure();
            new StoreFootprint(kind, businesses, figures).measure();
        }
        return figures.values();
    }

    private StoreKind kind(Path work) throws IOException, SQLException {
        return switch (store) {
            case "postgres" -> url == null ? PostgresKind.embedded(work) : PostgresKind.at(url);
            case "memory" -> new MemoryKind();
            default -> new SqliteKind(work);
        };
    }

    private void checkStore() {
        if (!STORES.contains(store)) {
            throw new ParameterException(
                    commandSpec().commandLine(), "--store is " + store + ", but must be sqlite, postgres or memory.");
        }
        if (url == null) {
            return;
        }
        if (!"postgres".equals(store)) {
            throw new ParameterException(commandSpec().commandLine(), "--url goes with --store postgres only.");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ParameterException(
                    commandSpec().commandLine(), "--url must begin with jdbc:postgresql: and name a database.");
        }
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%,.0f", number);
    }

    private void write(Map<String, Object> figures, Path file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "store");
        fields.put("store", store);
        fields.put("events", events);
        fields.put("businesses", businesses);
        fields.put("rounds", rounds);
        fields.put("figures", figures);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        JsonFile.write(file, fields);
    }

    static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void check(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ParameterException(
                    commandSpec().commandLine(), option + " is " + value + ", but must be " + min + " to " + max + ".");
        }
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("The command runs within picocli's CommandLine only.");
        }
        return spec;
    }
}
