package dev.comptoir.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.comptoir.error.ComptoirException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures profiles on a data set, each figure beside a plain pass over the same events. */
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        description = "Measures building, reading and updating profiles: docs/benchmarks/profiles.md.")
final class ProfilesCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with online_retail.csv.gz or transactions*.csv[.gz].")
    private Path data = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = commandSpec().commandLine().getOut();
        Path work = Files.createTempDirectory("comptoir-profiles");
        try {
            Map<String, Object> figures = new ProfilesBenchmark(ProfileData.in(data)).measure(work.resolve("data"));
            figures.forEach((name, value) -> out.printf(
                    Locale.ROOT, "%-34s %s%n", name, value instanceof Double number ? rounded(number) : value));
            if (json != null) {
                write(figures, json);
                out.println("written to " + json);
            }
            return 0;
        } catch (ComptoirException | IllegalArgumentException | UncheckedIOException e) {
            commandSpec().commandLine().getErr().println(e.getMessage());
            return FAILED;
        } finally {
            out.flush();
            StoreCommand.delete(work);
        }
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%,.0f", number);
    }

    private void write(Map<String, Object> figures, Path file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "profiles");
        fields.put("data", data.toAbsolutePath().normalize().getFileName().toString());
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

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("The command runs within picocli's CommandLine only.");
        }
        return spec;
    }
}
