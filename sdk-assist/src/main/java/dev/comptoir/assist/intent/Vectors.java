package dev.comptoir.assist.intent;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import org.jspecify.annotations.Nullable;

/** Embeds texts, one a run: quantised models give other vectors in other batches. As thread-safe as the model. */
final class Vectors {
    private final EmbeddingModel model;
    private final boolean typed;

    Vectors(EmbeddingModel model) {
        this.model = model;
        this.typed = model.supportedParameters().contains(EmbeddingRequestParameters.INPUT_TYPE);
    }

    String name() {
        @Nullable String name = model.modelName();
        // What langchain4j's interface answers for models that do not say.
        return name == null || name.isBlank() || name.equals("unknown")
                ? model.getClass().getSimpleName()
                : name;
    }

    EmbeddingModel model() {
        return model;
    }

    /**
     * A vector of length 1.
     *
     * @throws ModelException whatever the model did
     */
    float[] of(String text) {
        @Nullable Embedding embedding;
        try {
            // Examples and questions are the same kind of text, so both are queries to models that tell kinds apart.
            embedding = typed
                    ? model.embed(EmbeddingRequest.builder()
                                    .input(text)
                                    .inputType(EmbeddingInputType.QUERY)
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
