package dev.comptoir.benchmarks;

import dev.comptoir.assist.certify.Judgement;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Makes certificates from one part of a labelled set and holds them against the other. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        description = "Measures whether certificates hold, and what may be sent alone: docs/benchmarks/assist.md.")
final class CertifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder with train.csv and test.csv (text, intent), or with faq.jsonl and queries.csv (query, id).")
    private Path data = Path.of("");

    @Option(
            names = "--target",
            split = ",",
            defaultValue = "0.02,0.05",
            paramLabel = "RATE",
            description = "Error rates to be certified (default: 0.02,0.05).")
    private List<Double> targets = List.of(0.02, 0.05);

    @Option(
            names = "--delta",
            defaultValue = "0.05",
            paramLabel = "RISK",
            description = "How probable a false certificate may be (default: 0.05).")
    private double delta = 0.05;

    @Option(names = "--draws", defaultValue = "5", paramLabel = "N", description = "How many draws (default: 5).")
    private int draws = 5;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of the first draw (default: 1).")
    private long seed = 1;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "minilm (default for intents), student (default for questions and answers), bge, e5, none, or"
                    + " folders with model.onnx and tokenizer.json.")
    private List<String> models = List.of();

    @Option(
            names = "--shots",
            split = ",",
            defaultValue = "10,0",
            paramLabel = "N",
            description = "Intents: examples of each, 0 for all that are not reviewed (default: 10,0).")
    private List<Integer> shots = List.of(10, 0);

    @Option(
            names = "--reviewed",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Intents: how many questions stand for reviewed replies (default: 1000).")
    private int reviewed = 1_000;

    @Option(
            names = "--declared",
            defaultValue = "0.8",
            paramLabel = "SCORE",
            description = "Questions and answers: the threshold declared beforehand (default: 0.8).")
    private double declared = 0.8;

    @Option(names = "--trust-french", description = "Questions and answers: the first model knows French too.")
    private boolean trustFrench;

    @Option(names = "--cache", paramLabel = "DIR", description = "Keeps the models' vectors here for further runs.")
    private @Nullable Path cache;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        check();
        PrintWriter out = spec.commandLine().getOut();
        boolean answers = Files.isRegularFile(data.resolve("queries.csv"));
        if (models.isEmpty()) {
            models = List.of(answers ? "student" : "minilm");
        }
        List<EmbeddingModel> embedders = new ArrayList<>();
        List<CertifyRow> rows;
        try {
            for (String model : models) {
                if (!model.equals("none")) {
                    embedders.add(embedder(model));
                }
            }
            rows = answers ? faq(embedders, out) : intents(embedders, out);
        } finally {
            embedders.forEach(CertifyCommand::close);
        }
        out.print(CertifyRow.HEAD);
        rows.forEach(row -> out.print(row.line()));
        for (double target : targets) {
            summary(rows, target, false, out);
            summary(rows, target, true, out);
        }
        if (json != null) {
            JsonFile.write(json, figures(rows));
            out.println("written to " + json);
        }
        out.flush();
        return 0;
    }

    private List<CertifyRow> intents(List<EmbeddingModel> embedders, PrintWriter out) {
        CertifyIntents run = new CertifyIntents(
                IntentData.in(data), embedders, reviewed, spec.commandLine().getErr());
        out.println("intents of " + data.getFileName() + ", models " + models + ", seeds " + seed + " to "
                + (seed + draws - 1) + ", confidence " + (1 - delta));
        List<CertifyRow> rows = new ArrayList<>();
        for (int of : shots) {
            for (int draw = 0; draw < draws; draw++) {
                rows.addAll(run.run(of, targets, delta, seed + draw));
            }
        }
        return rows;
    }

    private List<CertifyRow> faq(List<EmbeddingModel> embedders, PrintWriter out) {
        List<Judgement> all = new CertifyFaq(data, embedders, trustFrench || models.contains("student")).judged();
        long right = all.stream().filter(Judgement::correct).count();
        long candidates =
                all.stream().filter(judgement -> judgement.score() > 0).count();
        out.println("questions and answers of " + data.getFileName() + ", models " + models + ": " + all.size()
                + " queries, the first entry right for " + right + ", " + candidates
                + " pass the rules for answering alone");
        return CertifyFaq.rows(all, targets, delta, declared, draws, seed);
    }

    private static void summary(List<CertifyRow> rows, double target, boolean ofAll, PrintWriter out) {
        List<CertifyRow> of = rows.stream()
                .filter(row -> row.rate() == target && row.ofAll() == ofAll && row.fresh() > 0)
                .toList();
        if (!of.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "target %.1f %% of %s: %d of %d rows granted, %d of %d held; mean sent alone %.1f %%, mean wrong %.2f %%%n",
                    100 * target,
                    ofAll ? "all questions (expected)" : "answers sent alone",
                    of.stream().filter(CertifyRow::granted).count(),
                    of.size(),
                    of.stream().filter(CertifyRow::held).count(),
                    of.size(),
                    100
                            * of.stream()
                                    .mapToDouble(CertifyRow::automation)
                                    .average()
                                    .orElse(0),
                    100 * of.stream().mapToDouble(CertifyRow::error).average().orElse(0));
        }
    }

    private Map<String, Object> figures(List<CertifyRow> rows) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("benchmark", "certify");
        figures.put("data", String.valueOf(data.getFileName()));
        figures.put("models", models);
        figures.put("delta", delta);
        figures.put("draws", draws);
        figures.put("seed", seed);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("java", System.getProperty("java.version", ""));
        figures.put("rows", rows.stream().map(CertifyRow::json).toList());
        return figures;
    }

    private void check() {
        if (!Files.isDirectory(data)) {
            throw wrong("--data is " + data + ", but there is no such folder.");
        }
        if (draws < 1 || draws > 10_000) {
            throw wrong("--draws is " + draws + ", but must be 1 to 10000.");
        }
        if (!(delta > 0 && delta < 1) || !targets.stream().allMatch(target -> target > 0 && target < 1)) {
            throw wrong("--target and --delta must lie between 0 and 1.");
        }
        if (!shots.stream().allMatch(of -> of >= 0)) {
            throw wrong("--shots is " + shots + ", but must be 0 or more.");
        }
        if (reviewed < 1) {
            throw wrong("--reviewed is " + reviewed + ", but must be 1 or more.");
        }
        if (!(declared >= 0 && declared <= 1)) {
            throw wrong("--declared is " + declared + ", but must be 0 to 1.");
        }
    }

    private EmbeddingModel embedder(String name) {
        EmbeddingModel model = IntentModels.model(name);
        String file = String.valueOf(Path.of(name).getFileName());
        return cache == null
                ? model
                : new VectorCache(model, file, cache, spec.commandLine().getErr());
    }

    private static void close(EmbeddingModel model) {
        try {
            if (model instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A model cannot be closed.", e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
