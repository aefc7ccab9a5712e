package dev.comptoir.onnx;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link OnnxEmbedder}; each has a default. Not thread-safe. */
public final class OnnxEmbedderBuilder {
    private static final int LARGEST_MAX_TOKENS = 8192;
    private static final int LARGEST_WORKERS = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private @Nullable Path folder;
    private @Nullable String name;
    private int maxTokens = 256;
    private Pooling pooling = Pooling.MEAN;
    private boolean normalize = true;
    private String queryPrefix = "";
    private String documentPrefix = "";
    private int workers = Runtime.getRuntime().availableProcessors();
    private Duration maxWait = Duration.ofSeconds(30);
    private List<EmbeddingModelListener> listeners = List.of();

    OnnxEmbedderBuilder() {}

    /** The folder with {@code model.onnx} and {@code tokenizer.json}; by default MiniLM from the class path. */
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
        this.maxTokens = maxTokens;
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

    /** Most texts in the model at once: 1 to 1024, by default the number of processors. */
    public OnnxEmbedderBuilder workers(int workers) {
        this.workers = workers;
        return this;
    }

    /** Longest wait for a free worker, from zero to an hour, by default 30 seconds. */
    public OnnxEmbedderBuilder maxWait(Duration maxWait) {
        this.maxWait = Objects.requireNonNull(maxWait, "maxWait");
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
        check();
        ModelFiles files =
                folder == null ? ModelFiles.miniLm(workers, maxWait) : ModelFiles.inFolder(folder, workers, maxWait);
        try {
            int least = files.tokenizer().specialTokens() + 1;
            if (maxTokens < least) {
                throw invalid("maxTokens is " + maxTokens + "; this tokenizer needs " + least + " at least.");
            }
            return new OnnxEmbedder(this, files);
        } catch (RuntimeException e) {
            files.model().close();
            throw e;
        }
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        if (maxTokens < 1 || maxTokens > LARGEST_MAX_TOKENS) {
            problems.add("maxTokens is " + maxTokens + "; 1 to " + LARGEST_MAX_TOKENS + " is possible.");
        }
        if (workers < 1 || workers > LARGEST_WORKERS) {
            problems.add("workers is " + workers + "; 1 to " + LARGEST_WORKERS + " is possible.");
        }
        if (maxWait.isNegative() || maxWait.compareTo(LONGEST_WAIT) > 0) {
            problems.add("maxWait is " + maxWait + "; PT0S to " + LONGEST_WAIT + " is possible.");
        }
        if (!problems.isEmpty()) {
            throw invalid(String.join(" ", problems));
        }
    }

    private static ConfigurationException invalid(String problems) {
        return new ConfigurationException(ErrorCode.CONFIGURATION_INVALID, problems);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    int maxTokens() {
        return maxTokens;
    }

    Pooling pooling() {
        return pooling;
    }

    boolean normalize() {
        return normalize;
    }

    String queryPrefix() {
        return queryPrefix;
    }

    String documentPrefix() {
        return documentPrefix;
    }

    List<EmbeddingModelListener> listeners() {
        return listeners;
    }
}
