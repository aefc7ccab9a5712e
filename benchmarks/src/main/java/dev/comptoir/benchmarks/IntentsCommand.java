package dev.comptoir.benchmarks;

import dev.comptoir.assist.intent.IntentGuess;
import dev.comptoir.assist.intent.Quality;
import dev.comptoir.error.ComptoirException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the intent classifier on few and on all examples of a labelled set and prints how often it is right. */
@Command(
        name = "intents",
        mixinStandardHelpOptions = true,
        description = "Measures how well intents are told, from few and from all examples: docs/benchmarks/assist.md.")
final class IntentsCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private IntentOptions options = new IntentOptions();

    @Option(
            names = "--shots",
            split = ",",
            defaultValue = "5,10,full",
            paramLabel = "N",
            description = "Training examples an intent, or full; 5,10,full by default.")
    private List<String> shots = List.of();

    private record Draw(long seed, int examples, Quality quality, double trainCpuSeconds, double msPerGuess) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Map<String, Object> figures = measure(out);
            options.json().ifPresent(file -> {
                JsonFile.write(file, figures);
                out.println("written to " + file);
            });
            return 0;
        } catch (ComptoirException | IllegalArgumentException | UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return FAILED;
        } finally {
            out.flush();
            spec.commandLine().getErr().flush();
        }
    }

    private Map<String, Object> measure(PrintWriter out) {
        shots.forEach(IntentOptions::shots);
        int draws = options.draws();
        IntentData data = IntentData.in(options.data());
        Map<String, Object> figures = options.settings("intents", data);
        figures.forEach((name, value) -> out.println(name + ": " + value));
        out.flush();
        List<Map<String, Object>> results = new ArrayList<>();
        try (IntentModels models = IntentModels.open(options.models(), options.cache(), out)) {
            for (String name : shots) {
                int size = IntentOptions.shots(name);
                List<Draw> drawn = new ArrayList<>();
                // All examples are the same examples in every draw.
                for (int draw = 0; draw < (size == IntentOptions.FULL ? 1 : draws); draw++) {
                    drawn.add(draw(data, size, options.seed() + draw, models));
                    out.println("... " + name + " " + line(drawn.get(draw)));
                    out.flush();
                }
                results.add(row(name, drawn));
            }
        }
        String line = "%-6s %9s %9s %9s %9s %9s %9s %9s%n";
        out.printf(line, "shots", "accuracy", "lowest", "highest", "ECE", "Brier", "CPU s", "ms/guess");
        results.forEach(row -> out.printf(
                line,
                cell(row.get("shots")),
                cell(row.get("accuracy")),
                cell(row.get("lowest")),
                cell(row.get("highest")),
                cell(row.get("calibrationError")),
                cell(row.get("brier")),
                cell(row.get("trainCpuSeconds")),
                cell(row.get("msPerGuess"))));
        figures.put("results", results);
        return figures;
    }

    static String cell(@Nullable Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : String.valueOf(value);
    }

    private static Draw draw(IntentData data, int shots, long seed, IntentModels models) {
        List<IntentData.Row> rows = data.draw(shots, seed);
        IntentTrial trial = IntentTrial.train(rows, models.all(), seed);
        trial.guesses(data.test());
        long start = System.nanoTime();
        List<IntentGuess> guesses = trial.guesses(data.test());
        double milliseconds = (System.nanoTime() - start) / 1e6 / guesses.size();
        return new Draw(
                seed,
                trial.classifier().examples().size(),
                IntentTrial.quality(data.test(), guesses),
                trial.trainCpuSeconds(),
                milliseconds);
    }

    private static String line(Draw draw) {
        return String.format(
                Locale.ROOT,
                "seed %d: %d examples, accuracy %.4f, calibration error %.4f, trained in %.1f s of processor time",
                draw.seed(),
                draw.examples(),
                draw.quality().accuracy(),
                draw.quality().calibrationError(),
                draw.trainCpuSeconds());
    }

    private static Map<String, Object> row(String shots, List<Draw> draws) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("shots", shots);
        row.put("seeds", draws.stream().map(Draw::seed).toList());
        row.put(
                "accuracies",
                draws.stream().map(draw -> draw.quality().accuracy()).toList());
        row.put("accuracy", mean(draws, draw -> draw.quality().accuracy()));
        row.put(
                "lowest",
                draws.stream()
                        .mapToDouble(draw -> draw.quality().accuracy())
                        .min()
                        .orElse(0));
        row.put(
                "highest",
                draws.stream()
                        .mapToDouble(draw -> draw.quality().accuracy())
                        .max()
                        .orElse(0));
        row.put("calibrationError", mean(draws, draw -> draw.quality().calibrationError()));
        row.put("brier", mean(draws, draw -> draw.quality().brier()));
        row.put("trainCpuSeconds", mean(draws, Draw::trainCpuSeconds));
        row.put("msPerGuess", mean(draws, Draw::msPerGuess));
        return row;
    }

    private static double mean(List<Draw> draws, ToDoubleFunction<Draw> of) {
        return draws.stream().mapToDouble(of).average().orElse(0);
    }
}
