package dev.comptoir.benchmarks;

import dev.comptoir.onnx.OnnxEmbedder;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that embeds one text, then many, and says how long the first took since its start and what it holds. */
final class EmbedStart {
    private static final Path STATUS = Path.of("/proc/self/status");

    private EmbedStart() {}

    /**
     * Prints the figures, one a line.
     *
     * @param arguments the model and a file of texts
     */
    public static void main(String[] arguments) throws IOException {
        List<String> texts = Files.readAllLines(Path.of(arguments[1]));
        try (OnnxEmbedder embedder = new EmbedModel(arguments[0]).open()) {
            embedder.embed(texts.get(0));
            long first = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            embedder.embedAll(texts.stream().map(TextSegment::from).toList());
            System.out.println("firstVectorMillis " + first);
            System.out.println("residentMegabytes " + residentKilobytes() / 1024);
        }
    }

    private static long residentKilobytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Resident memory is read on Linux only.", e);
        }
    }

    /** Starts it and reads what it says. */
    static Map<String, Double> run(String model, Path texts) throws IOException, InterruptedException {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbedStart.class.getName(),
                model,
                texts.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!child.waitFor(1, TimeUnit.MINUTES) || child.exitValue() != 0) {
            child.destroyForcibly();
            throw new IllegalStateException("The JVM that measures the start failed.");
        }
        output.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            figures.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
        });
        return figures;
    }
}
