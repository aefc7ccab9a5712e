package dev.comptoir.benchmarks;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ComptoirException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks a question-and-answer set its labelled queries and prints how often the right entry comes first. */
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Measures retrieval on a question-and-answer set: by words, by meaning, fused, reranked, fitted.")
public final class RetrievalCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder with faq.jsonl (id, question, keywords, theme, answer) and queries.csv (query, id; no id"
                            + " where no entry answers). French, English or both.")
    private Path data = Path.of("");

    @Option(
            names = "--model",
            split = ",",
            defaultValue = "student",
            paramLabel = "NAME",
            description = "student (default; both languages), minilm (English), none, or folders with model.onnx and"
                    + " tokenizer.json; several are separated by commas.")
    private List<String> models = List.of("student");

    @Option(
            names = "--trust",
            split = ",",
            paramLabel = "LANGUAGE",
            description = "Languages that models in folders know: en (default), fr or both.")
    private List<String> trust = List.of("en");

    @Option(
            names = "--rerank",
            paramLabel = "DIR",
            description = "Folder of a cross-encoder that orders the first 20 anew.")
    private @Nullable Path rerank;

    @Option(
            names = "--fit",
            description = "Also fits the weights of fusion on the queries, 50 or more, and measures them by 5-fold"
                    + " cross-validation.")
    private boolean fit;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        PrintWriter out = commandSpec().commandLine().getOut();
        Set<Language> trusted = trusted();
        try {
            RetrievalSet set = RetrievalSet.read(data);
            try (RetrievalModels opened = RetrievalModels.open(models, trusted, rerank)) {
                RetrievalRun run = new RetrievalRun(set, opened);
                List<RetrievalRow> rows = run.measure(fit);
                Map<String, Object> figures = settings(set, opened);
                figures.putAll(run.figures());
                figures.forEach((name, value) -> out.println(name + ": " + value));
                out.print(RetrievalRow.HEAD);
                rows.forEach(row -> out.print(row.line()));
                if (json != null) {
                    figures.put("results", rows.stream().map(RetrievalRow::json).toList());
                    JsonFile.write(json, figures);
                    out.println("written to " + json);
                }
            }
            return 0;
        } catch (ComptoirException | UncheckedIOException e) {
            commandSpec().commandLine().getErr().println(e.getMessage());
            return FAILED;
        } finally {
            out.flush();
            commandSpec().commandLine().getErr().flush();
        }
    }

    private Set<Language> trusted() {
        Set<Language> trusted = EnumSet.noneOf(Language.class);
        for (String code : trust) {
            trusted.add(Language.ofCode(code)
                    .orElseThrow(() -> new ParameterException(
                            commandSpec().commandLine(), "--trust is " + code + "; there are en and fr.")));
        }
        return trusted;
    }

    private Map<String, Object> settings(RetrievalSet set, RetrievalModels opened) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("benchmark", "retrieval");
        figures.put("data", String.valueOf(data.getFileName()));
        figures.put("entries", set.knowledge().entries().size());
        figures.put("rejectedLines", RetrievalSet.rejections(set.knowledge()).size());
        figures.put("queries", set.answerable().size());
        figures.put("unanswerable", set.queries().size() - set.answerable().size());
        figures.put(
                "language",
                String.join("+", set.languages().stream().map(Language::code).toList()));
        figures.put("model", opened.names());
        if (rerank != null) {
            figures.put("reranker", String.valueOf(rerank.getFileName()));
        }
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", System.getProperty("java.version", ""));
        machine.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        figures.put("machine", machine);
        return figures;
    }

    private CommandSpec commandSpec() {
        CommandSpec set = spec;
        if (set == null) {
            throw new IllegalStateException("The command runs only by its command line.");
        }
        return set;
    }
}
