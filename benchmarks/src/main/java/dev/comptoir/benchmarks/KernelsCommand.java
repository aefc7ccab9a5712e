package dev.comptoir.benchmarks;

import dev.comptoir.recommend.linalg.Kernel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the kernels of linear algebra beside OpenBLAS. */
@Command(
        name = "kernels",
        mixinStandardHelpOptions = true,
        description = "Measures the kernels beside OpenBLAS, in turns: docs/benchmarks/kernels.md. Start the JVM with"
                + " --add-modules jdk.incubator.vector for the vector kernel.")
final class KernelsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--sizes", split = ",", defaultValue = "2000,4000", description = "rows of the matrices to invert")
    private List<Integer> sizes = List.of();

    @Option(names = "--rounds", defaultValue = "7", description = "turns, of which the fastest counts; 7 by default")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the figures here too")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("The command runs within picocli's CommandLine only.");
        }
        if (rounds < 1 || sizes.stream().anyMatch(n -> n < 1 || n > 20_000)) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds must be at least 1, and --sizes within 1 to 20000.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("kernel %s, java %s%n", Kernel.best().name(), Runtime.version());
        out.printf("%-28s %7s %10s %10s %7s %14s%n", "what", "threads", "ours ms", "OpenBLAS", "ratio", "ours");
        List<KernelTurns.Result> results = new KernelTurns(rounds, result -> {
                    out.printf(
                            Locale.ROOT,
                            "%-28s %7d %10.3f %10.3f %7.2f %9.1f %s%n",
                            result.what(),
                            result.threads(),
                            result.ours() * 1e3,
                            result.openBlas() * 1e3,
                            result.ratio(),
                            result.rate(),
                            result.unit());
                    out.flush();
                })
                .all(sizes);
        if (json != null) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("command", "kernels");
            fields.put("kernel", Kernel.best().name());
            fields.put("rounds", rounds);
            fields.put("results", results);
            fields.put("cores", Runtime.getRuntime().availableProcessors());
            fields.put("javaVersion", Runtime.version().toString());
            fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            JsonFile.write(json, fields);
        }
        return 0;
    }
}
