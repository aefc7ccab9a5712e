package dev.comptoir.assist.embed;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import org.jspecify.annotations.Nullable;

/** Vectors of length 1 of single texts, from a model that is not to be trusted with its form. As thread-safe as the model. */
public final class UnitVectors {
    /*
     * Every text in a run of its own, in an index and as a question: quantised models give other vectors in other batches, and
     * one policy for both sides keeps equal texts equal.
     */
    private final EmbeddingModel model;
    private final boolean typed;

    /** Of this model, which stays the caller's. */
    public UnitVectors(EmbeddingModel model) {
        this.model = model;
        this.typed = model.supportedParameters().contains(EmbeddingRequestParameters.INPUT_TYPE);
    }

    public EmbeddingModel model() {
        return model;
    }

    /**
     * The vector of a text.
     *
     * @param type told to models that tell questions and documents apart
     * @throws ModelException {@code model.failed} whatever the model did
     */
    public float[] of(String text, EmbeddingInputType type) {
        @Nullable Embedding embedding;
        try {
            embedding = typed
                    ? model.embed(EmbeddingRequest.builder()
                                    .input(text)
                                    .inputType(type)
                                    .build())
                            .embeddings()
                            .get(0)
                    : model.embed(text).content();
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
}
