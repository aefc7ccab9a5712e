package dev.comptoir.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.recommend.evaluate.EvaluatedModel;
import dev.comptoir.recommend.evaluate.Evaluation;
import dev.comptoir.recommend.evaluate.EvaluationReport;
import dev.comptoir.recommend.evaluate.FoldInSplit;
import dev.comptoir.recommend.evaluate.Interaction;
import dev.comptoir.recommend.evaluate.MetricResult;
import dev.comptoir.recommend.evaluate.Protocols;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a recommendation model on a data set and prints its metrics with their standard errors. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = "Measures the quality of a recommendation model by a published protocol.")
public final class RecommendCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with interactions.csv[.gz], or with a split: train, test_in and test_out .csv[.gz].")
    private Path data = Path.of("");

    @Option(names = "--protocol", defaultValue = "strong", description = "ml100k-sg or strong (default).")
    private String protocol = "strong";

    @Option(names = "--model", defaultValue = "ease", description = "popularity or ease (default).")
    private String model = "ease";

    @Option(names = "--regularization", defaultValue = "300", description = "Of ease, above 0 (default: 300).")
    private double regularization;

    @Option(
            names = "--min-value",
            defaultValue = "0",
            description = "Of strong on interactions: only values from here on count (default: 0).")
    private double minValue;

    @Option(names = "--seed", defaultValue = "0", description = "Of strong on interactions: chooses the users.")
    private long seed;

    @Option(names = "--threads", description = "Do not show in the metrics (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        EvaluatedModel evaluated = evaluatedModel();
        if (threads < 1) {
            throw wrong("--threads is " + threads + ", but must be at least 1.");
        }
        PrintWriter out = commandSpec().commandLine().getOut();
        try {
            EvaluationReport report = Evaluation.run(split(), evaluated, threads);
            print(report, out);
            if (json != null) {
                write(report, json);
                out.println("written to " + json);
            }
            return 0;
        } catch (ComptoirException | IllegalArgumentException | UncheckedIOException e) {
            commandSpec().commandLine().getErr().println(e.getMessage());
            return FAILED;
        } finally {
            out.flush();
        }
    }

    private EvaluatedModel evaluatedModel() {
        if (!(regularization > 0) || Double.isInfinite(regularization)) {
            throw wrong("--regularization is " + regularization + ", but must be a number above 0.");
        }
        return switch (model) {
            case "popularity" -> EvaluatedModel.popularity();
            case "ease" -> EvaluatedModel.ease(regularization);
            default -> throw wrong("--model is " + model + "; there are popularity and ease.");
        };
    }

    private FoldInSplit split() {
        if (!Files.isDirectory(data)) {
            throw unreadable("The folder " + data + " does not exist. Maybe a wrong --data?", null);
        }
        return switch (protocol) {
            case "ml100k-sg" -> Protocols.ml100kSg(read("interactions"));
            case "strong" ->
                find("train").isPresent() && find("interactions").isEmpty()
                        ? FoldInSplit.given(read("train"), read("test_in"), read("test_out"))
                        : Protocols.strong(read("interactions"), minValue, seed);
            default -> throw wrong("--protocol is " + protocol + "; there are ml100k-sg and strong.");
        };
    }

    private Optional<Path> find(String name) {
        Path plain = data.resolve(name + ".csv");
        Path packed = data.resolve(name + ".csv.gz");
        return Files.isRegularFile(plain)
                ? Optional.of(plain)
                : Files.isRegularFile(packed) ? Optional.of(packed) : Optional.empty();
    }

    private List<Interaction> read(String name) {
        Path file = find(name)
                .orElseThrow(() -> unreadable(
                        "The folder " + data + " has neither " + name + ".csv nor " + name + ".csv.gz.", null));
        List<Interaction> interactions = new ArrayList<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                interactions.add(new Interaction(
                        required(row, "user", file),
                        required(row, "item", file),
                        (long) number(row, "timestamp", 0, file),
                        number(row, "value", 1, file)));
            }
        } catch (IOException | CsvParseException e) {
            throw unreadable("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return interactions;
    }

    private static String required(NamedCsvRecord row, String column, Path file) {
        String value = row.findField(column)
                .orElseThrow(() -> new DataException(
                        ErrorCode.IMPORT_COLUMNS,
                        "The file " + file + " has no column " + column + "; it has "
                                + String.join(", ", row.getHeader()) + "."));
        if (value.isBlank()) {
            throw new DataException(
                    ErrorCode.IMPORT_COLUMNS,
                    "Line " + row.getStartingLineNumber() + " of " + file + " has no " + column + ".");
        }
        return value;
    }

    /** A number, or what stands for it where the column is missing or empty. */
    private static double number(NamedCsvRecord row, String column, double otherwise, Path file) {
        String value = row.findField(column).orElse("");
        if (value.isBlank()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new DataException(
                    ErrorCode.IMPORT_COLUMNS,
                    "Line " + row.getStartingLineNumber() + " of " + file + " has a " + column
                            + " that is not a number.",
                    e);
        }
    }

    private static void print(EvaluationReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s %s on %s: %d training users, %d interactions, %d items, %d test users (%d skipped)%n",
                report.model(),
                report.parameters(),
                report.protocol(),
                report.trainUsers(),
                report.trainInteractions(),
                report.items(),
                report.testUsers(),
                report.skippedUsers());
        for (MetricResult metric : report.metrics()) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %.6f  +- %.6f  (%s)%n",
                    metric.name(),
                    metric.mean(),
                    metric.standardError(),
                    metric.variant());
        }
        out.printf(Locale.ROOT, "training %.3f s, test %.3f s%n", report.trainSeconds(), report.testSeconds());
    }

    private void write(EvaluationReport report, Path file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "recommend");
        fields.put("data", data.toAbsolutePath().normalize().getFileName().toString());
        fields.put("seed", seed);
        fields.put("minValue", minValue);
        fields.put("report", report);
        fields.put("threads", threads);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), fields);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static DataException unreadable(String message, @Nullable Throwable cause) {
        return new DataException(ErrorCode.IMPORT_UNREADABLE, message, cause);
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
