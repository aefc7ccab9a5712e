package dev.comptoir.assist;

import dev.comptoir.assist.understand.TextNormalizer;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** A small real embedding: counts of character trigrams, hashed to a fixed number of places. Deterministic, thread-safe. */
public final class HashedNgramModel implements EmbeddingModel {
    private final int dimension;

    public HashedNgramModel(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(vector(segment.text())))
                .toList());
    }

    private float[] vector(String text) {
        float[] vector = new float[dimension];
        String padded = " " + TextNormalizer.fold(text) + " ";
        for (int i = 0; i + 3 <= padded.length(); i++) {
            vector[Math.floorMod(padded.substring(i, i + 3).hashCode(), dimension)]++;
        }
        vector[0] += 0.01f;
        return vector;
    }
}
