package dev.comptoir.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the benchmarks of intents have in common. */
final class IntentOptions {
    static final int FULL = Integer.MAX_VALUE;
    private static final int MOST_DRAWS = 1_000;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with train.csv and test.csv (text, intent), maybe oos_*.csv (intent oos).")
    private Path data = Path.of("");

    @Option(
            names = "--draws",
            defaultValue = "5",
            paramLabel = "N",
            description = "Draws whose mean is reported; 5 by default.")
    private int draws = 5;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The first draw's seed, the next ones follow; 1 by default.")
    private long seed = 1;

    @Option(
            names = "--models",
            split = ",",
            defaultValue = "minilm,bge,e5",
            paramLabel = "NAME",
            description =
                    "minilm, bge, e5 (these by default), student, folders with model.onnx and tokenizer.json, or none.")
    private List<String> models = List.of();

    @Option(
            names = "--cache",
            defaultValue = "target/vectors",
            paramLabel = "DIR",
            description = "Where the models' vectors are kept for the next run; target/vectors by default.")
    private Path cache = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    Path data() {
        return data;
    }

    int draws() {
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new IllegalArgumentException("--draws is " + draws + "; 1 to " + MOST_DRAWS + " is possible.");
        }
        return draws;
    }

    long seed() {
        return seed;
    }

    List<String> models() {
        return models;
    }

    Path cache() {
        return cache;
    }

    Optional<Path> json() {
        return Optional.ofNullable(json);
    }

    static int shots(String text) {
        if (text.equals("full")) {
            return FULL;
        }
        try {
            int shots = Integer.parseInt(text);
            if (shots >= 1) {
                return shots;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("--shots names " + text + "; there are numbers from 1, and full.");
    }

    Map<String, Object> settings(String benchmark, IntentData read) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("benchmark", benchmark);
        settings.put("data", read.name());
        settings.put("train", read.train().size());
        settings.put("test", read.test().size());
        settings.put("intents", read.intents().size());
        settings.put("skippedLines", read.skipped());
        settings.put("models", models);
        settings.put("firstSeed", seed);
        settings.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return settings;
    }
}
