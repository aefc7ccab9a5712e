package dev.comptoir.compare;

import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Embeds texts with langchain4j's own in-process model, and answers questions on its input with one number a line. */
public final class InProcessEmbeddings {
    private final EmbeddingModel model;
    private final List<String> texts;
    private double cpuMillis;

    private InProcessEmbeddings(EmbeddingModel model, List<String> texts) {
        this.model = model;
        this.texts = texts;
    }

    /**
     * @param arguments minilm or a folder with model.onnx and tokenizer.json, pooled by the mean; a file with a text a line
     */
    public static void main(String[] arguments) throws Exception {
        List<String> texts = Files.readAllLines(Path.of(arguments[1]));
        EmbeddingModel model = arguments[0].equals("minilm")
                ? new AllMiniLmL6V2QuantizedEmbeddingModel()
                : new OnnxEmbeddingModel(
                        Path.of(arguments[0], "model.onnx"), Path.of(arguments[0], "tokenizer.json"), PoolingMode.MEAN);
        model.embed(texts.get(0));
        System.out.println(
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
        InProcessEmbeddings embeddings = new InProcessEmbeddings(model, texts);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null && !line.equals("end"); line = questions.readLine()) {
            String[] words = line.split(" ");
            System.out.println(
                    switch (words[0]) {
                        case "single" -> embeddings.single(Integer.parseInt(words[1]));
                        case "bulk" -> embeddings.bulk();
                        case "cpu" -> embeddings.cpuMillis;
                        default -> resident();
                    });
        }
        System.exit(0);
    }

    private double single(int callers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<?>> all = new ArrayList<>();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            all.add(threads.submit(() -> {
                for (int at = next.getAndIncrement(); at < texts.size(); at = next.getAndIncrement()) {
                    model.embed(texts.get(at));
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        cpuMillis = (cpuNanos() - cpu) / 1e6 / texts.size();
        threads.shutdown();
        return texts.size() / seconds;
    }

    private double bulk() {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        model.embedAll(segments);
        double seconds = (System.nanoTime() - begun) / 1e9;
        cpuMillis = (cpuNanos() - cpu) / 1e6 / texts.size();
        return texts.size() / seconds;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double resident() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
