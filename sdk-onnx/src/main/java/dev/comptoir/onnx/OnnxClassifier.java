package dev.comptoir.onnx;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Deadline;
import dev.comptoir.onnx.tokenize.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Gives texts, or pairs of texts, labels with probabilities, with a model that runs inside this JVM.
 *
 * <p>Labels, how numbers become probabilities (softmax, or sigmoid where several labels may hold) and the temperature that
 * calibrates them come from the folder's {@code comptoir-model.json}. Each text is a run of its own, so its probabilities have
 * the same bits alone, among others and on any number of threads.
 *
 * <p>Bounds, threads and memory as in {@link OnnxEmbedder}. Thread-safe.
 */
public final class OnnxClassifier implements AutoCloseable {
    private final TextLogits model;
    private final List<String> labels;
    private final Activation activation;
    private final double temperature;

    private OnnxClassifier(TextLogits model) {
        this.model = model;
        this.labels = model.settings().labels();
        this.activation = model.settings().activation();
        this.temperature = model.settings().temperature();
        if (labels.isEmpty()) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "The model " + model.name() + " has no labels. Maybe add \"labels\" to its " + ModelSettings.FILE
                            + ", in the order of the model's outputs?");
        }
        int outputs = model.tryOut(false);
        if (outputs != labels.size()) {
            throw new ModelException(
                    ErrorCode.MODEL_DIMENSION,
                    "The model " + model.name() + " gives " + outputs + " numbers, but " + ModelSettings.FILE
                            + " names " + labels.size() + " labels. Maybe they are another model's?");
        }
    }

    /**
     * A classifier from a folder, with the builder's defaults.
     *
     * @throws ModelException as {@link OnnxEmbedder#of}; {@code MODEL_DIMENSION} if it gives another number of values than
     *     there are labels
     * @throws ConfigurationException naming what is wrong in {@code comptoir-model.json}, or that labels are missing
     */
    public static OnnxClassifier of(Path folder) {
        return builder(folder).build();
    }

    /** Settings one by one. */
    public static OnnxModelBuilder<OnnxClassifier> builder(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new OnnxModelBuilder<>(run -> {
            TextLogits model = TextLogits.open(folder, ModelKind.CLASSIFIER, run, 1);
            try {
                return new OnnxClassifier(model);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
        });
    }

    /** The model's labels, in its order. */
    public List<String> labels() {
        return labels;
    }

    /**
     * The labels of a text, blank or not.
     *
     * @throws ModelException {@code MODEL_FAILED} if the model fails, {@code MODEL_CORRUPT} if it gives values that are no
     *     numbers
     * @throws dev.comptoir.error.OverloadedException if no worker is free in time
     * @throws dev.comptoir.error.ClosedException after {@link #close()}
     */
    public Classification classify(String text) {
        return classified(model.tokens(text), Deadline.none());
    }

    /**
     * As {@link #classify(String)}, within a time: the run does not begin when it is up.
     *
     * @param maxWait from now; where nothing is left, nothing is run
     */
    public Classification classify(String text, Duration maxWait) {
        Deadline deadline = Deadline.in(maxWait);
        return classified(model.tokens(text), deadline);
    }

    /**
     * The labels of two texts read as a pair, for example whether the second follows from the first.
     *
     * @see #classify(String)
     */
    public Classification classifyPair(String first, String second) {
        return classified(model.tokens(first, second), Deadline.none());
    }

    /**
     * The labels of many texts, in their order. Either all succeed or the first failure is thrown.
     *
     * @see #classify(String)
     */
    public List<Classification> classifyAll(List<String> texts) {
        Classification[] all = new Classification[texts.size()];
        model.all(all.length, i -> all[i] = classify(texts.get(i)));
        return Arrays.asList(all);
    }

    private Classification classified(Tokens tokens, Deadline deadline) {
        float[] logits = model.of(tokens, deadline);
        return Classification.of(
                labels,
                activation == Activation.SOFTMAX
                        ? Probabilities.softmax(logits, temperature)
                        : Probabilities.sigmoid(logits, temperature));
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
