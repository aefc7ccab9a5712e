package dev.comptoir.benchmarks;

import dev.comptoir.assist.embed.BilingualEmbedder;
import dev.comptoir.onnx.OnnxEmbedder;
import dev.comptoir.onnx.OnnxEmbedderBuilder;
import dev.comptoir.onnx.Pooling;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens embedding models by name, each behind a cache of its vectors. */
final class IntentModels implements AutoCloseable {
    private final List<VectorCache> models = new ArrayList<>();

    /**
     * Opens them.
     *
     * @param names minilm, bge, e5, student, a folder with model.onnx and tokenizer.json, or none
     */
    static IntentModels open(List<String> names, Path cache, PrintWriter progress) {
        IntentModels models = new IntentModels();
        try {
            for (String name : names) {
                if (!name.equals("none")) {
                    models.models.add(new VectorCache(model(name), label(name), cache, progress));
                }
            }
            return models;
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    List<EmbeddingModel> all() {
        return List.copyOf(models);
    }

    private static String label(String name) {
        Path file = Path.of(name).getFileName();
        return file == null ? name : file.toString();
    }

    static EmbeddingModel model(String name) {
        return switch (name) {
            case "minilm" -> packaged("all-minilm-l6-v2-q", OnnxEmbedder.builder());
            case "bge" -> packaged("bge-small-en-v1.5-q", OnnxEmbedder.builder().pooling(Pooling.CLS));
            case "student" -> BilingualEmbedder.load();
            case "e5" -> packaged("e5-small-v2-q", OnnxEmbedder.builder().queryPrefix("query: "));
            default -> inFolder(name);
        };
    }

    private static EmbeddingModel inFolder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--models names " + name
                    + "; there are minilm, bge, e5, student, none and folders with model.onnx and"
                    + " tokenizer.json.");
        }
        return OnnxEmbedder.builder().folder(folder).workers(1).build();
    }

    private static EmbeddingModel packaged(String resource, OnnxEmbedderBuilder builder) {
        try {
            Path folder = Files.createTempDirectory("comptoir-model");
            try {
                copy(resource + ".onnx", folder.resolve("model.onnx"));
                copy(resource + "-tokenizer.json", folder.resolve("tokenizer.json"));
                return builder.folder(folder).modelName(resource).workers(1).build();
            } finally {
                StoreCommand.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + resource + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream stream = IntentModels.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new IOException(resource + " is not on the class path");
            }
            Files.copy(stream, to);
        }
    }

    @Override
    public void close() {
        models.forEach(VectorCache::close);
    }
}
