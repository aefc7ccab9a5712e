package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.benchmarks.student.Correlation;
import dev.comptoir.error.ComptoirException;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a model's cosines of pairs of sentences with people's judgements of how alike they are. */
@Command(
        name = "similarity",
        mixinStandardHelpOptions = true,
        description = "Measures semantic similarity: Spearman's correlation of cosines with given scores.")
public final class SimilarityCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("sentence1", "sentence2", "score");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the columns sentence1, sentence2, score; .gz or not.")
    private Path pairs = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "student (default), minilm, a folder with model.onnx and tokenizer.json, or a file of weights.")
    private String model = "student";

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures here too.")
    private @Nullable Path json;

    private record Judged(String first, String second, double score) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Map<String, Object> figures = measure(read(pairs));
            figures.forEach((name, value) -> out.println(name + ": " + value));
            if (json != null) {
                JsonFile.write(json, figures);
                out.println("written to " + json);
            }
            return 0;
        } catch (ComptoirException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 1;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private Map<String, Object> measure(List<Judged> judged) {
        double[] scores = judged.stream().mapToDouble(Judged::score).toArray();
        double[] cosines = new double[scores.length];
        EmbeddingModel embedder = Models.open(model);
        try {
            for (int i = 0; i < cosines.length; i++) {
                cosines[i] = cosine(
                        embedder.embed(judged.get(i).first()).content().vector(),
                        embedder.embed(judged.get(i).second()).content().vector());
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("benchmark", "similarity");
            figures.put("data", String.valueOf(pairs.getFileName()));
            figures.put("model", embedder.modelName());
            figures.put("pairs", scores.length);
            figures.put("spearman", rounded(Correlation.spearman(scores, cosines)));
            figures.put("pearson", rounded(Correlation.pearson(scores, cosines)));
            return figures;
        } finally {
            Models.close(embedder);
        }
    }

    static double cosine(float[] left, float[] right) {
        double both = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        for (int i = 0; i < left.length; i++) {
            both += (double) left[i] * right[i];
            squaresLeft += (double) left[i] * left[i];
            squaresRight += (double) right[i] * right[i];
        }
        return squaresLeft == 0 || squaresRight == 0 ? 0 : both / Math.sqrt(squaresLeft * squaresRight);
    }

    private static Object rounded(double value) {
        return Double.isFinite(value) ? (Object) (Math.round(value * 10_000) / 10_000.0) : "undefined, constant scores";
    }

    private static List<Judged> read(Path file) {
        List<Judged> judged = new ArrayList<>();
        try (BufferedReader text = open(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                for (String column : COLUMNS) {
                    if (row.findField(column).isEmpty()) {
                        throw new DataException(
                                ErrorCode.IMPORT_COLUMNS,
                                "The file " + file + " has no column " + column + "; it has "
                                        + String.join(", ", row.getHeader()) + ".");
                    }
                }
                judged.add(new Judged(row.getField("sentence1"), row.getField("sentence2"), score(row, file)));
            }
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "The file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Maybe it is missing or not UTF-8?",
                    e);
        }
        if (judged.size() < 2) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "The file " + file + " holds " + judged.size() + " pairs; a correlation needs 2 or more.");
        }
        return judged;
    }

    private static double score(NamedCsvRecord row, Path file) {
        String text = row.getField("score").strip();
        try {
            double score = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(score)) {
                return score;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with the line.
        }
        throw new DataException(
                ErrorCode.IMPORT_COLUMNS,
                String.format(
                        Locale.ROOT,
                        "Line %d of %s has a score that is no finite number.",
                        row.getStartingLineNumber(),
                        file));
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }
}
