package dev.comptoir.onnx;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Head;
import dev.comptoir.onnx.session.ModelSource;
import dev.comptoir.onnx.session.TextModel;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link OnnxEmbedder}; each has a default, or the value that the folder's {@code comptoir-model.json} says,
 * which what is set here overrules. Not thread-safe.
 */
public final class OnnxEmbedderBuilder {
    private static final long LARGEST_CACHE = 1L << 40;

    private final RunSettings run = new RunSettings();
    private @Nullable Path folder;
    private @Nullable String name;
    private @Nullable Pooling pooling;
    private @Nullable Boolean normalize;
    private @Nullable String queryPrefix;
    private @Nullable String documentPrefix;
    private long cacheBytes;
    private List<EmbeddingModelListener> listeners = List.of();

    OnnxEmbedderBuilder() {}

    /**
     * The folder with {@code model.onnx} and {@code tokenizer.json}, or the files that its {@code comptoir-model.json} names;
     * by default MiniLM from the class path.
     */
    public OnnxEmbedderBuilder folder(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
        return this;
    }

    /** What {@link OnnxEmbedder#modelName()} answers; by default the folder's name. */
    public OnnxEmbedderBuilder modelName(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Most tokens read of a text, special tokens included: one more than these to 8192, by default 256, and no more
     * than the model has positions (512 in most of the BERT family). Time and memory grow faster than the number of
     * tokens.
     */
    public OnnxEmbedderBuilder maxTokens(int maxTokens) {
        run.maxTokens = maxTokens;
        return this;
    }

    /**
     * How a vector is made of the tokens' values, by default the mean; unused where the model gives one vector a text.
     */
    public OnnxEmbedderBuilder pooling(Pooling pooling) {
        this.pooling = Objects.requireNonNull(pooling, "pooling");
        return this;
    }

    /** Whether vectors are scaled to length 1, by default they are. */
    public OnnxEmbedderBuilder normalize(boolean normalize) {
        this.normalize = normalize;
        return this;
    }

    /** Put before texts of the input type QUERY and of none; E5 models want {@code "query: "}. By default nothing. */
    public OnnxEmbedderBuilder queryPrefix(String prefix) {
        this.queryPrefix = Objects.requireNonNull(prefix, "prefix");
        return this;
    }

    /** Put before texts of the input type DOCUMENT; E5 models want {@code "passage: "}. By default nothing. */
    public OnnxEmbedderBuilder documentPrefix(String prefix) {
        this.documentPrefix = Objects.requireNonNull(prefix, "prefix");
        return this;
    }

    /** Most runs at once, of one text each: 1 to 1024, by default the number of processors. */
    public OnnxEmbedderBuilder workers(int workers) {
        run.workers = workers;
        return this;
    }

    /** Most callers who wait for a free worker, from 0 to 1,000,000, by default 256; the next one is refused at once. */
    public OnnxEmbedderBuilder queue(int callers) {
        run.queue = callers;
        return this;
    }

    /** Longest wait for a free worker, from zero to an hour, by default 30 seconds. */
    public OnnxEmbedderBuilder maxWait(Duration maxWait) {
        run.maxWait = Objects.requireNonNull(maxWait, "maxWait");
        return this;
    }

    /**
     * Whose threads help the caller's own with many texts in one call; by default up to {@code workers} - 1 daemons named {@code
     * comptoir-onnx-N}, gone after 30 idle seconds. It is never closed by us.
     */
    public OnnxEmbedderBuilder executor(Executor executor) {
        run.executor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /**
     * Most bytes of vectors kept for texts that come again, from 0 to 2^40, by default 0: none. A text of 20 tokens with a vector
     * of 384 values takes about 2.2 KB.
     */
    public OnnxEmbedderBuilder cache(long bytes) {
        this.cacheBytes = bytes;
        return this;
    }

    /** Called around every request, in the caller's thread; what they throw is logged and ignored by langchain4j. */
    public OnnxEmbedderBuilder listeners(List<EmbeddingModelListener> listeners) {
        this.listeners = List.copyOf(listeners);
        return this;
    }

    /**
     * Opens the model and embeds a text of {@code maxTokens} once, to know that it works.
     *
     * @throws ConfigurationException listing all settings outside their range
     * @throws ModelException if a file is missing, damaged or of another kind
     */
    public OnnxEmbedder build() {
        List<String> problems = run.problems();
        if (cacheBytes < 0 || cacheBytes > LARGEST_CACHE) {
            problems.add("cache is " + cacheBytes + "; 0 to " + LARGEST_CACHE + " bytes are possible.");
        }
        RunSettings.refuse(problems);
        ModelFolder files = folder == null ? null : new ModelFolder(folder, ModelKind.EMBEDDER);
        ModelSettings settings = files == null ? ModelSettings.none() : files.settings();
        // The tokenizer first: it is read in milliseconds and holds no native memory when the other file turns out bad.
        Tokenizer tokenizer = files == null ? MiniLm.tokenizer() : files.tokenizer();
        ModelSource source = files == null ? MiniLm.model() : files.model();
        String usual = files == null ? MiniLm.NAME : files.name();
        TextModel model = TextModel.open(source, Head.TOKENS, run.limits());
        try {
            return new OnnxEmbedder(this, settings, tokenizer, model, name == null ? usual : name);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    RunSettings run() {
        return run;
    }

    long cacheBytes() {
        return cacheBytes;
    }

    Pooling pooling(ModelSettings folders) {
        return first(pooling, folders.pooling(), Pooling.MEAN);
    }

    boolean normalize(ModelSettings folders) {
        return first(normalize, folders.normalize(), true);
    }

    String queryPrefix(ModelSettings folders) {
        return first(queryPrefix, folders.queryPrefix(), "");
    }

    String documentPrefix(ModelSettings folders) {
        return first(documentPrefix, folders.documentPrefix(), "");
    }

    private static <T> T first(@Nullable T own, @Nullable T folders, T usual) {
        return own != null ? own : folders != null ? folders : usual;
    }

    List<EmbeddingModelListener> listeners() {
        return listeners;
    }
}
