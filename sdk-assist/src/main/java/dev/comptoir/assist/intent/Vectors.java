package dev.comptoir.assist.intent;

import dev.comptoir.assist.embed.UnitVectors;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import org.jspecify.annotations.Nullable;

/** Embeds questions. As thread-safe as the model. */
final class Vectors {
    private final UnitVectors vectors;

    Vectors(EmbeddingModel model) {
        this.vectors = new UnitVectors(model);
    }

    String name() {
        @Nullable String name = model().modelName();
        // What langchain4j's interface answers for models that do not say.
        return name == null || name.isBlank() || name.equals("unknown")
                ? model().getClass().getSimpleName()
                : name;
    }

    EmbeddingModel model() {
        return vectors.model();
    }

    /**
     * A vector of length 1. Examples and questions are the same kind of text, so both are queries to models that tell kinds apart.
     *
     * @throws ModelException whatever the model did
     */
    float[] of(String text) {
        return vectors.of(text, EmbeddingInputType.QUERY);
    }
}
