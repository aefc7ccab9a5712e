package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Our tokenizer beside the one that wrote the file, both reading the same {@code tokenizer.json}. */
final class ReferenceTokenizer implements AutoCloseable {
    private final Tokenizer ours;
    private final HuggingFaceTokenizer reference;
    private final int maxTokens;

    private ReferenceTokenizer(Tokenizer ours, HuggingFaceTokenizer reference, int maxTokens) {
        this.ours = ours;
        this.reference = reference;
        this.maxTokens = maxTokens;
    }

    /** MiniLM's file after a change, written into the folder. */
    static ReferenceTokenizer changed(Path folder, int maxTokens, Consumer<ObjectNode> change) throws IOException {
        ObjectNode json = miniLm();
        change.accept(json);
        return of(folder, maxTokens, json);
    }

    /** Any file, written into the folder. */
    static ReferenceTokenizer of(Path folder, int maxTokens, ObjectNode json) throws IOException {
        Path file = Files.write(folder.resolve("tokenizer.json"), new ObjectMapper().writeValueAsBytes(json));
        HuggingFaceTokenizer.Builder reference = HuggingFaceTokenizer.builder()
                .optTokenizerPath(file)
                .optPadding(false)
                .optTruncation(true)
                .optMaxLength(maxTokens);
        // The binding takes all of the file's truncation but for the strategy.
        switch (json.path("truncation").path("strategy").asText()) {
            case "OnlyFirst" -> reference.optTruncateFirstOnly();
            case "OnlySecond" -> reference.optTruncateSecondOnly();
            default -> {}
        }
        return new ReferenceTokenizer(
                Tokenizer.read(Files.readAllBytes(file), "The test's file"), reference.build(), maxTokens);
    }

    static ObjectNode miniLm() throws IOException {
        try (InputStream stream = ReferenceTokenizer.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            return (ObjectNode) new ObjectMapper().readTree(stream);
        }
    }

    void assertSameTokens(String text) {
        assertSame(reference.encode(text), ours.encode(text, maxTokens), text);
    }

    void assertSamePair(String first, String second) {
        assertSame(reference.encode(first, second), ours.encodePair(first, second, maxTokens), first + " | " + second);
    }

    /** Whether the reference has no tokens for what we have some for. */
    boolean referenceRefusesPair(String first, String second) {
        try {
            reference.encode(first, second);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static void assertSame(Encoding expected, Tokens actual, String text) {
        assertThat(actual.ids()).as("ids of <%s>", visible(text)).isEqualTo(expected.getIds());
        assertThat(actual.typeIds()).isEqualTo(expected.getTypeIds());
        assertThat(actual.truncated()).isEqualTo(expected.exceedMaxLength());
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(300).forEach(c -> {
            if (c >= ' ' && c < 0x7F) {
                out.append((char) c);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return out.toString();
    }

    @Override
    public void close() {
        reference.close();
    }
}
