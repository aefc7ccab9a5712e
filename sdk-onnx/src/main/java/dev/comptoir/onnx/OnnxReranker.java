package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Deadline;
import dev.comptoir.onnx.tokenize.Tokens;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.model.scoring.ScoringModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Says how well texts answer a question, with a cross-encoder that reads both at once and runs inside this JVM.
 *
 * <p>Scores lie between 0 and 1: the sigmoid of the model's number, or of two numbers the second one's share (softmax). They
 * order texts; a model's card says whether they are probabilities too. Each pair is a run of its own, so a score has the same
 * bits alone, among others and on any number of threads. Of a pair the first {@code maxTokens} tokens count, cut as the
 * tokenizer's file says.
 *
 * <p>Bounds, threads and memory as in {@link OnnxEmbedder}. Thread-safe.
 */
public final class OnnxReranker implements ScoringModel, AutoCloseable {
    private final TextLogits model;

    private OnnxReranker(TextLogits model) {
        this.model = model;
        int outputs = model.tryOut(true);
        if (outputs > 2) {
            throw new ModelException(
                    ErrorCode.MODEL_DIMENSION,
                    "The model " + model.name() + " gives " + outputs + " numbers for a pair; a reranker gives one, or"
                            + " two. Maybe it is a classifier?");
        }
    }

    /**
     * A reranker from a folder, with the builder's defaults.
     *
     * @throws ModelException as {@link OnnxEmbedder#of}; {@code MODEL_DIMENSION} if it gives more than two numbers a pair
     * @throws dev.comptoir.error.ConfigurationException naming what is wrong in {@code comptoir-model.json}
     */
    public static OnnxReranker of(Path folder) {
        return builder(folder).build();
    }

    /** Settings one by one. */
    public static OnnxModelBuilder<OnnxReranker> builder(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new OnnxModelBuilder<>(run -> {
            TextLogits model = TextLogits.open(folder, ModelKind.RERANKER, run, 2);
            try {
                return new OnnxReranker(model);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
        });
    }

    /**
     * A score for each text, in their order.
     *
     * @throws IllegalArgumentException naming the index of the first segment that is null
     * @throws ModelException {@code MODEL_FAILED} if the model fails, {@code MODEL_CORRUPT} if it gives values that are no
     *     numbers
     * @throws dev.comptoir.error.OverloadedException if no worker is free in time
     * @throws dev.comptoir.error.ClosedException after {@link #close()}
     */
    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
        return score(segments, query, Deadline.none());
    }

    /**
     * As {@link #scoreAll(List, String)}, within a time: no run begins when it is up.
     *
     * @param maxWait from now; where nothing is left, nothing is run
     */
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String query, Duration maxWait) {
        return score(segments, query, Deadline.in(maxWait));
    }

    private Response<List<Double>> score(List<TextSegment> segments, String query, Deadline deadline) {
        Objects.requireNonNull(query, "query");
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) == null) {
                throw new IllegalArgumentException("segments[" + i + "] is null.");
            }
        }
        double[] scores = new double[segments.size()];
        int[] sizes = new int[scores.length];
        model.all(scores.length, i -> {
            Tokens pair = model.tokens(query, segments.get(i).text());
            sizes[i] = pair.size();
            scores[i] = Probabilities.ofYes(model.of(pair, deadline));
        });
        return Response.from(
                Arrays.stream(scores).boxed().toList(),
                new TokenUsage(Arrays.stream(sizes).sum()));
    }

    /** The folder's name. */
    public String modelName() {
        return model.name();
    }

    /** As {@link OnnxEmbedder#close()}. */
    @Override
    public void close() {
        model.close();
    }
}
