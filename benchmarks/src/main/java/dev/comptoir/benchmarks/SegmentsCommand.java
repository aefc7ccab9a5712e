package dev.comptoir.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures segments by rules beside evaluating every rule for everyone. */
@Command(
        name = "segments",
        mixinStandardHelpOptions = true,
        description =
                "Measures segments by rules, held incrementally, beside naive evaluation: docs/benchmarks/segments.md.")
final class SegmentsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rules", defaultValue = "1000", description = "How many rules, 1 to 10000 (default: 1000).")
    private int rules;

    @Option(
            names = "--customers",
            defaultValue = "100000",
            description = "How many customers, 1 to 10000000 (default: 100000).")
    private int customers;

    @Option(names = "--seed", defaultValue = "1", description = "Chooses rules and customers (default: 1).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        check("--rules", rules, 10_000);
        check("--customers", customers, 10_000_000);
        PrintWriter out = commandSpec().commandLine().getOut();
        try {
            Map<String, Object> figures = new SegmentBenchmark(rules, customers, seed).measure();
            figures.forEach((name, value) -> out.printf(
                    Locale.ROOT,
                    "%-24s %s%n",
                    name,
                    value instanceof Double number ? String.format(Locale.ROOT, "%,.3f", number) : value));
            if (json != null) {
                write(figures, json);
                out.println("written to " + json);
            }
            return 0;
        } finally {
            out.flush();
        }
    }

    private void write(Map<String, Object> figures, Path file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "segments");
        fields.put("rules", rules);
        fields.put("customers", customers);
        fields.put("seed", seed);
        fields.put("figures", figures);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), fields);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void check(String option, int value, int max) {
        if (value < 1 || value > max) {
            throw new ParameterException(
                    commandSpec().commandLine(), option + " is " + value + ", but must be 1 to " + max + ".");
        }
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("The command runs within picocli's CommandLine only.");
        }
        return spec;
    }
}
