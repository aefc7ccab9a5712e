package dev.comptoir.benchmarks;

import dev.comptoir.assist.embed.BilingualEmbedder;
import dev.comptoir.onnx.OnnxEmbedder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens embedding models by the names that commands accept. */
final class Models {
    private Models() {}

    /** minilm, student, a folder with model.onnx and tokenizer.json, or a file with a student's weights. */
    static EmbeddingModel open(String name) {
        return switch (name) {
            case "minilm" -> OnnxEmbedder.miniLm();
            case "student" -> BilingualEmbedder.load();
            default ->
                Files.isRegularFile(Path.of(name))
                        ? BilingualEmbedder.of(Path.of(name))
                        : OnnxEmbedder.of(Path.of(name));
        };
    }

    /** Gives back what a model holds, where it holds something. */
    static void close(@Nullable EmbeddingModel model) {
        if (model instanceof OnnxEmbedder onnx) {
            onnx.close();
        }
    }
}
