package dev.comptoir.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** langchain4j's own model in a JVM of its own, for its tokenizers must not share our class path; it answers line by line. */
final class Langchain4jChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final double firstVectorMillis;

    Langchain4jChild(Path project, String model, Path texts) throws IOException {
        Path classPath = project.resolve("target/cp");
        if (!Files.exists(classPath)) {
            throw new IllegalStateException(
                    classPath + " is missing. Maybe compile the project first, as docs/benchmarks/embed.md says?");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Its tokenizers would look for their host and download libraries.
                "-Dai.djl.offline=true",
                "-cp",
                project.resolve("target/classes")
                        + System.getProperty("path.separator")
                        + Files.readString(classPath).strip(),
                "dev.comptoir.compare.InProcessEmbeddings",
                model,
                texts.toString()));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.firstVectorMillis = answer();
    }

    double firstVectorMillis() {
        return firstVectorMillis;
    }

    /** One text a call. */
    EmbedTurn single(int callers) {
        return turn("single " + callers);
    }

    /** All texts in one call. */
    EmbedTurn bulk() {
        return turn("bulk");
    }

    double residentMegabytes() {
        return ask("resident");
    }

    private EmbedTurn turn(String question) {
        return new EmbedTurn(ask(question), ask("cpu"));
    }

    private double ask(String question) {
        questions.println(question);
        try {
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException("langchain4j's JVM does not answer: " + e.getMessage(), e);
        }
    }

    private double answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("langchain4j's JVM has ended. Maybe its model or its native library is missing?");
        }
        return Double.parseDouble(line);
    }

    @Override
    public void close() {
        questions.println("end");
        process.destroy();
    }
}
