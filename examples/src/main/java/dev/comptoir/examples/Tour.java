package dev.comptoir.examples;

import dev.comptoir.error.ComptoirException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The guided tour: receipts in, then profiles, recommendations and replies, each with its reasons, and a page to look at. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Walks through one business: by default a bundled bakery, or a real export.")
public final class Tour implements Callable<Integer> {
    private final PrintStream out;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "a folder with online_retail.csv.gz; the bundled bakery without it")
    private @Nullable Path data;

    @Option(
            names = "--knowledge",
            paramLabel = "FOLDER",
            description = "questions and answers: Markdown, text or JSONL; if it holds a queries.csv, some are asked")
    private @Nullable Path knowledge;

    @Option(names = "--ask", paramLabel = "QUESTION", description = "a question to ask; may be repeated")
    private List<String> questions = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "comptoir-tour",
            description = "where report.html, overview.html and customer.html go; ${DEFAULT-VALUE} by default")
    private Path folder = Path.of("comptoir-tour");

    Tour(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** Runs it with the arguments of a command line; 0 where all went well, 1 where something was wrong, said in one line. */
    static int run(PrintStream out, String... arguments) {
        return new CommandLine(new Tour(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    boolean expected =
                            failure instanceof ComptoirException || failure instanceof IllegalArgumentException;
                    out.println(expected ? failure.getMessage() : failure.toString());
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        List<String> asked = questions.isEmpty() && knowledge != null ? QueriesFile.some(knowledge) : questions;
        Scene scene =
                data == null ? Scenes.bakery(folder, knowledge, asked) : Scenes.onlineRetail(data, knowledge, asked);
        new Walk(scene, out).through(folder);
        return 0;
    }
}
