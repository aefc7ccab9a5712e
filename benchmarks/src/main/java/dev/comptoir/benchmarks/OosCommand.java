package dev.comptoir.benchmarks;

import dev.comptoir.assist.intent.IntentGuess;
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

/** Holds intents of a labelled set out and prints how well their questions are told from those of the others. */
@Command(
        name = "oos",
        mixinStandardHelpOptions = true,
        description = "Measures how well questions out of scope are noticed: docs/benchmarks/assist.md.")
final class OosCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    /** 27 of 77, as the published split of BANKING77 has it. */
    private static final double SHARE = 27.0 / 77;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private IntentOptions options = new IntentOptions();

    @Option(
            names = "--shots",
            defaultValue = "full",
            paramLabel = "N",
            description = "Training examples an intent, or full (default).")
    private String shots = "full";

    @Option(
            names = "--held-out",
            paramLabel = "N",
            description = "Intents held out: by default 27 of 77, or none where the folder has oos_*.csv.")
    private @Nullable Integer heldOut;

    private record Figure(long seed, String against, String score, int questions, Detection detection) {}

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
        int size = IntentOptions.shots(shots);
        int draws = options.draws();
        IntentData data = IntentData.in(options.data());
        int held = held(data);
        Map<String, Object> figures = options.settings("oos", data);
        figures.put("shots", shots);
        figures.put("heldOut", held);
        figures.forEach((name, value) -> out.println(name + ": " + value));
        out.flush();
        List<Figure> all = new ArrayList<>();
        try (IntentModels models = IntentModels.open(options.models(), options.cache(), out)) {
            // Without a choice of intents or of examples, all draws would be the same.
            for (int draw = 0; draw < (held == 0 && size == IntentOptions.FULL ? 1 : draws); draw++) {
                long seed = options.seed() + draw;
                IntentData part = held == 0 ? data : data.without(held, seed);
                IntentTrial trial = IntentTrial.train(part.draw(size, seed), models.all(), seed);
                List<IntentGuess> belonging = trial.guesses(part.test());
                double accuracy = IntentTrial.quality(part.test(), belonging).accuracy();
                part.outOfScope().forEach((name, rows) -> {
                    if (!rows.isEmpty()) {
                        all.addAll(compare(seed, name, belonging, trial.guesses(rows)));
                    }
                });
                out.printf(
                        Locale.ROOT,
                        "... seed %d: accuracy in scope %.4f, trained in %.1f s of processor time, %s%n",
                        seed,
                        accuracy,
                        trial.trainCpuSeconds(),
                        line(all, seed));
                out.flush();
            }
        }
        List<Map<String, Object>> rows = rows(all);
        String line = "%-14s %-12s %9s %8s %8s%n";
        out.printf(line, "against", "score", "questions", "AUROC", "FPR95");
        rows.forEach(row -> out.printf(
                line,
                IntentsCommand.cell(row.get("against")),
                IntentsCommand.cell(row.get("score")),
                IntentsCommand.cell(row.get("questions")),
                IntentsCommand.cell(row.get("auroc")),
                IntentsCommand.cell(row.get("fpr95"))));
        figures.put("results", rows);
        return figures;
    }

    private int held(IntentData data) {
        int intents = data.intents().size();
        int held = heldOut != null ? heldOut : data.outOfScope().isEmpty() ? (int) Math.round(SHARE * intents) : 0;
        if (held < 0 || held > intents - 2) {
            throw new IllegalArgumentException(
                    "--held-out is " + held + "; of " + intents + " intents 0 to " + (intents - 2) + " is possible.");
        }
        if (held == 0 && data.outOfScope().isEmpty()) {
            throw new IllegalArgumentException(
                    "No intents are held out and the folder has no oos_*.csv: there is nothing to notice.");
        }
        return held;
    }

    private static List<Figure> compare(
            long seed, String against, List<IntentGuess> belonging, List<IntentGuess> strange) {
        Map<String, ToDoubleFunction<IntentGuess>> scores = new LinkedHashMap<>();
        scores.put("gates", guess -> 1 - guess.covered());
        scores.put("foreign", IntentGuess::foreign);
        scores.put("max softmax", guess -> 1 - guess.probability());
        List<Figure> figures = new ArrayList<>();
        scores.forEach((name, score) -> figures.add(new Figure(
                seed,
                against,
                name,
                strange.size(),
                Detection.of(
                        belonging.stream().mapToDouble(score).toArray(),
                        strange.stream().mapToDouble(score).toArray()))));
        return figures;
    }

    private static String line(List<Figure> all, long seed) {
        List<String> parts = new ArrayList<>();
        for (Figure figure : all) {
            if (figure.seed() == seed && figure.score().equals("gates")) {
                parts.add(String.format(
                        Locale.ROOT,
                        "%s AUROC %.4f FPR95 %.4f",
                        figure.against(),
                        figure.detection().auroc(),
                        figure.detection().fpr95()));
            }
        }
        return String.join(", ", parts);
    }

    private static List<Map<String, Object>> rows(List<Figure> all) {
        Map<String, List<Figure>> groups = new LinkedHashMap<>();
        all.forEach(figure -> groups.computeIfAbsent(figure.against() + "\n" + figure.score(), key -> new ArrayList<>())
                .add(figure));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Figure> group : groups.values()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("against", group.get(0).against());
            row.put("score", group.get(0).score());
            row.put("questions", group.get(0).questions());
            row.put("auroc", mean(group, Detection::auroc));
            row.put("fpr95", mean(group, Detection::fpr95));
            row.put("seeds", group.stream().map(Figure::seed).toList());
            row.put(
                    "aurocs",
                    group.stream().map(figure -> figure.detection().auroc()).toList());
            rows.add(row);
        }
        return rows;
    }

    private static double mean(List<Figure> figures, ToDoubleFunction<Detection> of) {
        return figures.stream()
                .mapToDouble(figure -> of.applyAsDouble(figure.detection()))
                .average()
                .orElse(0);
    }
}
