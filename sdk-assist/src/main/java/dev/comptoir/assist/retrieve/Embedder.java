package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.embed.UnitVectors;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;

/** Unit vectors of the beginnings of texts. As thread-safe as the model. */
final class Embedder {
    private static final int MAX_CHARACTERS = 1_000;

    private final UnitVectors vectors;

    Embedder(EmbeddingModel model) {
        this.vectors = new UnitVectors(model);
    }

    EmbeddingModel model() {
        return vectors.model();
    }

    float[] document(String text) {
        return vectors.of(cut(text), EmbeddingInputType.DOCUMENT);
    }

    float[] query(String text) {
        return vectors.of(cut(text), EmbeddingInputType.QUERY);
    }

    /** What of a text is embedded. */
    static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }

    static ModelException dimension(int found, int expected) {
        return new ModelException(
                ErrorCode.MODEL_DIMENSION,
                "The embedding model gave a vector of " + found + " values; the index holds vectors of " + expected
                        + ". Maybe the model was exchanged after the assistant was built?");
    }
}
