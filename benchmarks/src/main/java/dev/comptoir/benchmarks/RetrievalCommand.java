package dev.comptoir.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.Ranking;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        description = "Measures retrieval on a question-and-answer set: BM25 alone, dense alone, fused.")
public final class RetrievalCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int DEPTH = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with faq.jsonl (id, question, keywords, theme, answer) and queries.csv (query, id).")
    private Path data = Path.of("");

    @Option(
            names = "--model",
            defaultValue = "minilm",
            paramLabel = "NAME",
            description =
                    "minilm (default), student, none, a folder with model.onnx and tokenizer.json, or a file of weights.")
    private String model = "minilm";

    @Option(
            names = "--trust",
            split = ",",
            paramLabel = "LANGUAGE",
            description = "Languages that the model knows: en (default), fr or both.")
    private List<String> trust = List.of("en");

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    private record Query(String text, String id) {}

    private record Report(Map<String, Object> settings, List<Row> rows) {}

    private record Row(String ranking, double hit1, double hit3, double hit5, double mrr10, double msPerQuery) {
        static final String HEAD =
                "%-10s %7s %7s %7s %7s %9s%n".formatted("ranking", "hit@1", "hit@3", "hit@5", "MRR@10", "ms/query");

        String line() {
            return String.format(
                    Locale.ROOT, "%-10s %7.3f %7.3f %7.3f %7.3f %9.2f%n", ranking, hit1, hit3, hit5, mrr10, msPerQuery);
        }

        Map<String, Object> json() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("ranking", ranking);
            fields.put("hit@1", hit1);
            fields.put("hit@3", hit3);
            fields.put("hit@5", hit5);
            fields.put("mrr@10", mrr10);
            fields.put("msPerQuery", msPerQuery);
            return fields;
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = commandSpec().commandLine().getOut();
        try {
            Report report = measure();
            report.settings().forEach((name, value) -> out.println(name + ": " + value));
            out.print(Row.HEAD);
            report.rows().forEach(row -> out.print(row.line()));
            if (json != null) {
                write(report, json);
                out.println("written to " + json);
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

    private Report measure() {
        Set<Language> trusted = EnumSet.noneOf(Language.class);
        for (String code : trust) {
            trusted.add(Language.ofCode(code)
                    .orElseThrow(() -> new ParameterException(
                            commandSpec().commandLine(), "--trust is " + code + "; there are en and fr.")));
        }
        Knowledge knowledge = knowledge();
        List<Query> queries = queries(knowledge);
        Language language = language(knowledge);
        EmbeddingModel embedder = model.equals("none") ? null : Models.open(model);
        try {
            HybridRetriever.Builder builder = HybridRetriever.builder(knowledge).fallbackLanguage(language);
            if (embedder != null) {
                builder.embeddings(embedder, trusted);
            }
            long start = System.nanoTime();
            try (HybridRetriever retriever = builder.build()) {
                double seconds = (System.nanoTime() - start) / 1e9;
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("benchmark", "retrieval");
                figures.put("data", String.valueOf(data.getFileName()));
                figures.put("entries", knowledge.entries().size());
                figures.put("rejectedLines", knowledge.report().rejected());
                figures.put("queries", queries.size());
                figures.put("language", language.code());
                figures.put("model", embedder == null ? "none" : embedder.modelName());
                figures.put("trusted", trusted.stream().map(Language::code).toList());
                figures.put("indexSeconds", round(seconds));
                figures.put("machine", machine());
                return new Report(figures, rows(retriever, queries, language));
            }
        } finally {
            Models.close(embedder);
        }
    }

    private Knowledge knowledge() {
        Knowledge knowledge = Knowledge.load(data, Language.FRENCH);
        if (!Files.isRegularFile(data.resolve("faq.jsonl"))) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE, "The folder " + data + " has no faq.jsonl. Maybe a wrong --data?");
        }
        if (knowledge.entries().isEmpty()) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "No entry of " + data + " can be used; "
                            + knowledge.report().rejected() + " lines were rejected"
                            + knowledge.report().rejections().stream()
                                    .findFirst()
                                    .map(first -> ", the first (line " + first.line() + "): " + first.detail())
                                    .orElse("."));
        }
        return knowledge;
    }

    /** The language of most entries: that of the whole set, so that no query is lost to a language told wrongly. */
    private static Language language(Knowledge knowledge) {
        long french = knowledge.entries().stream()
                .map(Entry::language)
                .filter(Language.FRENCH::equals)
                .count();
        return 2 * french >= knowledge.entries().size() ? Language.FRENCH : Language.ENGLISH;
    }

    private List<Query> queries(Knowledge knowledge) {
        Path file = data.resolve("queries.csv");
        List<Query> queries = new ArrayList<>();
        // A strict reader: letters in another encoding would silently become other queries.
        try (BufferedReader text = Files.newBufferedReader(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            for (NamedCsvRecord row : rows) {
                Query query = new Query(field(row, "query", file), field(row, "id", file));
                if (knowledge.find(query.id()).isEmpty()) {
                    throw new DataException(
                            ErrorCode.IMPORT_COLUMNS,
                            "Line " + row.getStartingLineNumber() + " of " + file + " names the id " + query.id()
                                    + ", which no entry has.");
                }
                queries.add(query);
            }
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "The file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Maybe it is missing or not UTF-8?",
                    e);
        }
        if (queries.isEmpty()) {
            throw new DataException(ErrorCode.IMPORT_UNREADABLE, "The file " + file + " holds no query.");
        }
        return queries;
    }

    private static BufferedReader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static String field(NamedCsvRecord row, String column, Path file) {
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

    private static List<Row> rows(HybridRetriever retriever, List<Query> queries, Language language) {
        List<Row> rows = new ArrayList<>();
        Set<Ranking> rankings = retriever.hasEmbeddings() ? EnumSet.allOf(Ranking.class) : EnumSet.of(Ranking.LEXICAL);
        for (Ranking ranking : rankings) {
            // Once for the figures, which also warms up; once more for the time.
            int[] ranks = queries.stream()
                    .mapToInt(query -> rank(retriever.search(query.text(), language, ranking, DEPTH), query.id()))
                    .toArray();
            long start = System.nanoTime();
            for (Query query : queries) {
                retriever.search(query.text(), language, ranking, DEPTH);
            }
            double milliseconds = (System.nanoTime() - start) / 1e6 / queries.size();
            String name = ranking.name().toLowerCase(Locale.ROOT);
            rows.add(new Row(
                    name, hits(ranks, 1), hits(ranks, 3), hits(ranks, 5), reciprocal(ranks), round(milliseconds)));
        }
        return rows;
    }

    /** The place of the entry, from 1; 0 where it is not among those found. */
    static int rank(List<Match> matches, String id) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).entry().id().equals(id)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The share of ranks from 1 to k. */
    static double hits(int[] ranks, int k) {
        int hits = 0;
        for (int rank : ranks) {
            hits += rank >= 1 && rank <= k ? 1 : 0;
        }
        return (double) hits / ranks.length;
    }

    /** The mean of 1/rank, 0 for what was not found. */
    static double reciprocal(int[] ranks) {
        double sum = 0;
        for (int rank : ranks) {
            sum += rank == 0 ? 0 : 1.0 / rank;
        }
        return sum / ranks.length;
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", System.getProperty("java.version", ""));
        machine.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        return machine;
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static void write(Report report, Path file) {
        Map<String, Object> figures = new LinkedHashMap<>(report.settings());
        figures.put("results", report.rows().stream().map(Row::json).toList());
        try {
            Files.writeString(
                    file,
                    new ObjectMapper()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(figures) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written. Maybe its folder is missing?", e);
        }
    }

    private CommandSpec commandSpec() {
        CommandSpec set = spec;
        if (set == null) {
            throw new IllegalStateException("The command runs only by its command line.");
        }
        return set;
    }
}
