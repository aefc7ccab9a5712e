package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Sentences;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unit vectors of questions and answer windows, compared by brute force. Immutable. */
final class DenseIndex {
    /*
     * Every text is embedded in a run of its own, at the build and for queries: quantised models give other vectors in other
     * batches, and one policy for both sides keeps equal texts equal. An entry scores as its best part.
     */
    private static final int WINDOW = 3;
    private static final int STRIDE = 2;
    private static final int MAX_WINDOWS = 8;
    private static final int MAX_CHARACTERS = 1_000;

    private final EmbeddingModel model;
    private final boolean typed;
    private final int size;
    private final int dimension;
    private final List<float[]> vectors = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    DenseIndex(EmbeddingModel model, List<Entry> entries) {
        this.model = model;
        this.typed = model.supportedParameters().contains(EmbeddingRequestParameters.INPUT_TYPE);
        this.size = entries.size();
        int found = -1;
        for (int i = 0; i < size; i++) {
            for (String part : parts(entries.get(i))) {
                float[] vector = embed(part, EmbeddingInputType.DOCUMENT);
                if (found >= 0 && vector.length != found) {
                    throw dimension(vector.length, found);
                }
                found = vector.length;
                vectors.add(vector);
                owners.add(i);
            }
        }
        this.dimension = found;
    }

    private static List<String> parts(Entry entry) {
        List<String> parts = new ArrayList<>();
        parts.add(cut(entry.question()));
        windows(entry.answer()).stream().limit(MAX_WINDOWS).map(DenseIndex::cut).forEach(parts::add);
        return parts;
    }

    static List<String> windows(String answer) {
        List<String> sentences = Sentences.of(answer);
        List<String> windows = new ArrayList<>();
        for (int from = 0; from < sentences.size(); from += STRIDE) {
            int to = Math.min(from + WINDOW, sentences.size());
            windows.add(String.join(" ", sentences.subList(from, to)));
            if (to == sentences.size()) {
                break;
            }
        }
        return windows;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }

    /**
     * The highest cosine between the question and a part of each entry.
     *
     * @throws ModelException {@code model.dimension} when the model now answers with another number of values,
     *     {@code model.failed} when it fails or answers with no direction
     */
    float[] scores(String question) {
        float[] query = embed(cut(question), EmbeddingInputType.QUERY);
        if (dimension >= 0 && query.length != dimension) {
            throw dimension(query.length, dimension);
        }
        float[] scores = new float[size];
        Arrays.fill(scores, -1f);
        for (int i = 0; i < vectors.size(); i++) {
            int owner = owners.get(i);
            scores[owner] = Math.max(scores[owner], dot(query, vectors.get(i)));
        }
        return scores;
    }

    private float[] embed(String text, EmbeddingInputType type) {
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

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static ModelException dimension(int found, int expected) {
        return new ModelException(
                ErrorCode.MODEL_DIMENSION,
                "The embedding model gave a vector of " + found + " values; the index holds vectors of " + expected
                        + ". Maybe the model was exchanged after the assistant was built?");
    }
}
