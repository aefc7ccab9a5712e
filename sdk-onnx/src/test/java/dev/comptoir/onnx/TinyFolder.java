package dev.comptoir.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model folder that a test fills. */
final class TinyFolder {
    private final Path path;

    /** With the tokenizer of nine pieces. */
    TinyFolder(Path path) throws IOException {
        this.path = Files.createDirectories(path);
        Files.write(path.resolve("tokenizer.json"), TinyTokenizer.bytes());
    }

    TinyFolder model(TinyModel model, float[][] weights) throws IOException {
        Files.write(path.resolve("model.onnx"), model.bytes(weights));
        return this;
    }

    /** JSON with single quotes. */
    TinyFolder settings(String json) throws IOException {
        Files.write(path.resolve("comptoir-model.json"), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TinyFolder tokenizer(String json) throws IOException {
        Files.write(path.resolve("tokenizer.json"), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path path() {
        return path;
    }
}
