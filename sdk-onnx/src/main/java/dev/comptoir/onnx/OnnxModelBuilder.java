package dev.comptoir.onnx;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ModelException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How a model from a folder is run; what it is, its {@code comptoir-model.json} says. Not thread-safe.
 *
 * @param <M> what is built
 */
public final class OnnxModelBuilder<M> {
    private final RunSettings run = new RunSettings();
    private final Function<RunSettings, M> opener;

    OnnxModelBuilder(Function<RunSettings, M> opener) {
        this.opener = opener;
    }

    /**
     * Most tokens read of a text or a pair, special tokens included, by default those of the folder, else 256. A ranker reads no
     * text.
     */
    public OnnxModelBuilder<M> maxTokens(int maxTokens) {
        run.maxTokens = maxTokens;
        return this;
    }

    /** Most runs at once: 1 to 1024, by default the number of processors. */
    public OnnxModelBuilder<M> workers(int workers) {
        run.workers = workers;
        return this;
    }

    /** Most callers who wait for a free worker, from 0 to 1,000,000, by default 256; the next one is refused at once. */
    public OnnxModelBuilder<M> queue(int callers) {
        run.queue = callers;
        return this;
    }

    /** Longest wait for a free worker, from zero to an hour, by default 30 seconds. */
    public OnnxModelBuilder<M> maxWait(Duration maxWait) {
        run.maxWait = Objects.requireNonNull(maxWait, "maxWait");
        return this;
    }

    /**
     * Whose threads help the caller's own where one call needs many runs; by default up to {@code workers} - 1 daemons named
     * {@code comptoir-onnx-N}, gone after 30 idle seconds. It is never closed by us.
     */
    public OnnxModelBuilder<M> executor(Executor executor) {
        run.executor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /**
     * Opens the model and runs it once, to know that it works.
     *
     * @throws ConfigurationException listing all settings outside their range, or naming what is wrong in the settings file
     * @throws ModelException if a file is missing, damaged or of another kind
     */
    public M build() {
        RunSettings.refuse(run.problems());
        return opener.apply(run);
    }
}
