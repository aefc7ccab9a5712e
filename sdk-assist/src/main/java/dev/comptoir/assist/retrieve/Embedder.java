package dev.comptoir.assist.retrieve;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import org.jspecify.annotations.Nullable;

/** Unit vectors of single texts from a model that is not to be trusted with its form. As thread-safe as the model. */
final class Embedder {
    /*
     * Every text is embedded in a run of its own, at the build and for queries: quantised models give other vectors in other
     * batches, and one policy for both sides keeps equal texts equal.
     */
    private static final int MAX_CHARACTERS = 1_000;

    private final EmbeddingModel model;
    private final boolean typed;

    Embedder(EmbeddingModel model) {
        this.model = model;
        this.typed = model.supportedParameters().contains(EmbeddingRequestParameters.INPUT_TYPE);
    }

    EmbeddingModel model() {
        return model;
    }

    float[] document(String text) {
        return embed(text, EmbeddingInputType.DOCUMENT);
    }

    float[] query(String text) {
        return embed(text, EmbeddingInputType.QUERY);
    }

    /** What of a text is embedded. */
    static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }

    private float[] embed(String text, EmbeddingInputType type) {
        String part = cut(text);
        @Nullable Embedding embedding;
        try {
            embedding = typed
                    ? model.embed(EmbeddingRequest.builder()
                                    .input(part)
                                    .inputType(type)
                                    .build())
                            .embeddings()
                            .get(0)
                    : model.embed(part).content();
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    "The embedding model failed (" + e.getClass().getSimpleName() + ").",
                    e);
        }
        return unit(embedding == null ? new float[0] : embedding.vector());
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    "The embedding model gave a vector of " + vector.length
                            + " values without a direction (empty, zero or not finite).");
        }
        float[] unit = new float[vector.length];
        double norm = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / norm);
        }
        return unit;
    }

    static ModelException dimension(int found, int expected) {
        return new ModelException(
                ErrorCode.MODEL_DIMENSION,
                "The embedding model gave a vector of " + found + " values; the index holds vectors of " + expected
                        + ". Maybe the model was exchanged after the assistant was built?");
    }
}
