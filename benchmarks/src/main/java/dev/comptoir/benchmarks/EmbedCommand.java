package dev.comptoir.benchmarks;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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

/** Measures embedding beside ONNX Runtime alone and langchain4j's own model. */
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        description = "Measures embedding beside raw ONNX Runtime and langchain4j: docs/benchmarks/embed.md.")
final class EmbedCommand implements Callable<Integer> {
    private static final int MOST_TEXTS = 100_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--texts", paramLabel = "FILE", description = "One text a line, UTF-8 (default: generated ones).")
    private @Nullable Path file;

    @Option(names = "--count", defaultValue = "500", description = "Texts to take, or to generate (default: 500).")
    private int count;

    @Option(names = "--seed", defaultValue = "1", description = "Of generated texts (default: 1).")
    private long seed;

    @Option(
            names = "--model",
            defaultValue = "minilm",
            paramLabel = "DIR|minilm",
            description = "minilm (default), or a folder with model.onnx and tokenizer.json.")
    private String model = "minilm";

    @Option(names = "--rounds", defaultValue = "5", description = "Interleaved rounds of each (default: 5).")
    private int rounds;

    @Option(
            names = "--beside-langchain4j",
            arity = "0..1",
            fallbackValue = "benchmarks/compare/langchain4j",
            paramLabel = "DIR",
            description = "Measures langchain4j's in-process model in turns, too; DIR is the compiled project"
                    + " (default: benchmarks/compare/langchain4j).")
    private @Nullable Path langchain4j;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, OrtException, InterruptedException {
        if (count < 1 || count > MOST_TEXTS || rounds < 1 || rounds > 1000) {
            throw new ParameterException(
                    commandSpec().commandLine(), "--count must be 1 to " + MOST_TEXTS + ", and --rounds 1 to 1000.");
        }
        PrintWriter out = commandSpec().commandLine().getOut();
        Path given = Files.createTempFile("comptoir-embed", ".txt");
        try {
            List<String> texts = texts();
            Files.write(given, texts);
            Map<String, Object> figures = measure(texts, given);
            figures.forEach((name, value) -> out.printf(
                    Locale.ROOT,
                    "%-46s %s%n",
                    name,
                    value instanceof Double number
                            ? String.format(Locale.ROOT, number < 100 ? "%.3f" : "%,.0f", number)
                            : value));
            if (json != null) {
                JsonFile.write(json, fields(texts, figures));
                out.println("written to " + json);
            }
            return 0;
        } finally {
            Files.delete(given);
            out.flush();
        }
    }

    private List<String> texts() throws IOException {
        if (file == null) {
            return ShopTexts.of(count, seed);
        }
        List<String> texts = Files.readAllLines(file).stream()
                .filter(text -> !text.isBlank())
                .limit(count)
                .toList();
        if (texts.isEmpty()) {
            throw new ParameterException(commandSpec().commandLine(), "--texts names a file without texts.");
        }
        return texts;
    }

    private Map<String, Object> measure(List<String> texts, Path given)
            throws IOException, OrtException, InterruptedException {
        Figures figures = new Figures(commandSpec().commandLine().getErr());
        figures.put("texts", texts.size());
        figures.progress("start in a JVM of its own");
        double[] starts = new double[rounds];
        double[] resident = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> start = EmbedStart.run(model, given);
            starts[round] = start.getOrDefault("firstVectorMillis", Double.NaN);
            resident[round] = start.getOrDefault("residentMegabytes", Double.NaN);
        }
        figures.put("firstVectorMillis", Figures.median(starts));
        figures.put("residentMegabytes", Figures.median(resident));
        try (Langchain4jChild child = langchain4j == null ? null : new Langchain4jChild(langchain4j, model, given)) {
            new EmbedBenchmark(new EmbedModel(model), texts, rounds, child, figures).measure();
            if (child != null) {
                figures.put("firstVectorMillisLangchain4j", child.firstVectorMillis());
                figures.put("residentMegabytesLangchain4j", child.residentMegabytes());
            }
        }
        return figures.values();
    }

    private Map<String, Object> fields(List<String> texts, Map<String, Object> figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "embed");
        fields.put(
                "model",
                model.equals("minilm") ? model : String.valueOf(Path.of(model).getFileName()));
        fields.put("texts", texts.size());
        fields.put("generated", file == null);
        fields.put("seed", seed);
        fields.put("rounds", rounds);
        fields.put("figures", figures);
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return fields;
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("The command runs within picocli's CommandLine only.");
        }
        return spec;
    }
}
