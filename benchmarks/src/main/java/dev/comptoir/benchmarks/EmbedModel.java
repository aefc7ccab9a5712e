package dev.comptoir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.onnx.OnnxEmbedder;
import dev.comptoir.onnx.OnnxEmbedderBuilder;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.comptoir.onnx.tokenize.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedder to measure: MiniLM from the class path, or a folder. */
final class EmbedModel {
    private static final String MINI_LM = "minilm";
    private static final String MINI_LM_FILES = "/all-minilm-l6-v2-q";
    private static final int MAX_TOKENS = 256;

    private final String name;
    private final JsonNode settings;

    EmbedModel(String name) {
        this.name = name;
        try {
            Path file = Path.of(name).resolve("comptoir-model.json");
            this.settings = isMiniLm() || !Files.exists(file)
                    ? new ObjectMapper().createObjectNode()
                    : new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    boolean isMiniLm() {
        return name.equals(MINI_LM);
    }

    String name() {
        return name;
    }

    OnnxEmbedder open() {
        OnnxEmbedderBuilder builder = OnnxEmbedder.builder();
        return isMiniLm() ? builder.build() : builder.folder(Path.of(name)).build();
    }

    /** What the embedder makes of a text without input type. */
    Tokens tokens(Tokenizer tokenizer, String text) {
        return tokenizer.encode(
                settings.path("queryPrefix").asText("") + text,
                settings.path("maxTokens").asInt(MAX_TOKENS));
    }

    Tokenizer tokenizer() {
        return Tokenizer.read(
                isMiniLm() ? resource(MINI_LM_FILES + "-tokenizer.json") : file("tokenizer", "tokenizer.json"),
                "The tokenizer");
    }

    byte[] model() {
        return isMiniLm() ? resource(MINI_LM_FILES + ".onnx") : file("model", "model.onnx");
    }

    private byte[] file(String field, String otherwise) {
        Path file = Path.of(name).resolve(settings.path(field).asText(otherwise));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = EmbedModel.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
