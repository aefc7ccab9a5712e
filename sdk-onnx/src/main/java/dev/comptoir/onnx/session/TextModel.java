package dev.comptoir.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.tokenize.Tokens;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An ONNX model that reads token ids. Every run takes one thread, the caller's: threads inside a run only get in each other's
 * way where many callers share few cores. Whoever gives it several texts a run has to know that the model gives the same
 * values then; quantised ones do not.
 *
 * <p>Thread-safe. At most {@code workers} runs go on at once, further callers wait in order. The model's memory is native,
 * shared with others who opened the same file, and freed by {@link #close()} alone.
 */
public final class TextModel implements AutoCloseable {
    private final SharedSession shared;
    private final Signature signature;
    private final WorkerGate gate;
    private final Queue<TextFeed> feeds = new ConcurrentLinkedQueue<>();

    private TextModel(SharedSession shared, Signature signature, WorkerGate gate) {
        this.shared = shared;
        this.signature = signature;
        this.gate = gate;
    }

    /**
     * Opens a model.
     *
     * @param head what it has to give
     * @throws ModelException {@code MODEL_CORRUPT} if it cannot be read, {@code MODEL_UNSUPPORTED} if its inputs or its
     *     output are not those of such a model or this platform has no native library
     */
    public static TextModel open(ModelSource source, Head head, RunLimits limits) {
        SharedSession shared = SharedSession.of(source);
        try {
            Signature signature = Signature.of(shared.session(), head, source.name());
            return new TextModel(shared, signature, new WorkerGate(source.name(), limits));
        } catch (OrtException e) {
            shared.close();
            throw new ModelException(
                    ErrorCode.MODEL_CORRUPT, source.name() + " does not say what it reads: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            shared.close();
            throw e;
        }
    }

    /**
     * Runs the model on one text.
     *
     * @throws ModelException {@code MODEL_FAILED} if the model fails on these ids, {@code MODEL_UNSUPPORTED} if it
     *     gives another shape than it declared
     * @throws dev.comptoir.error.OverloadedException if no worker is free in time
     * @throws dev.comptoir.error.ClosedException after {@link #close()}
     */
    public Activations run(Tokens text, Deadline deadline) {
        return run(List.of(text), deadline).get(0);
    }

    /**
     * Runs the model once on texts of the same number of tokens, at least one text.
     *
     * @return what it gives for each
     * @see #run(Tokens, Deadline)
     */
    public List<Activations> run(List<Tokens> texts, Deadline deadline) {
        gate.enter(deadline);
        try {
            TextFeed known = feeds.poll();
            TextFeed feed = known == null ? new TextFeed() : known;
            List<Activations> activations = run(texts, feed);
            feeds.add(feed);
            return activations;
        } catch (OrtException e) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    shared.name() + " failed on " + texts.get(0).size() + " tokens: " + e.getMessage()
                            + " Maybe it reads fewer tokens than maxTokens allows, or its tokenizer is"
                            + " another model's?",
                    e);
        } finally {
            gate.leave();
        }
    }

    private List<Activations> run(List<Tokens> texts, TextFeed feed) throws OrtException {
        Map<String, OnnxTensor> inputs = feed.inputs(shared.environment(), signature.inputs(), texts);
        try (OrtSession.Result result = shared.session().run(inputs, Set.of(signature.output()))) {
            return activations(
                    (OnnxTensor) result.get(0), texts.size(), texts.get(0).size());
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private List<Activations> activations(OnnxTensor output, int texts, int tokens) {
        long[] shape = output.getInfo().getShape();
        long width = shape[shape.length - 1];
        if (shape[0] != texts || (shape.length == 3 && shape[1] != tokens) || width < 1) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    shared.name() + " gave the shape " + Arrays.toString(shape) + " for " + texts + " text"
                            + (texts == 1 ? "" : "s") + " of " + tokens + " tokens; [" + texts + ", " + tokens
                            + ", n] or [" + texts + ", n] is needed.");
        }
        int rows = shape.length == 3 ? tokens : 1;
        // The library's own copy on the heap; another one is not needed.
        FloatBuffer buffer = output.getFloatBuffer();
        float[] values = buffer.array();
        List<Activations> all = new ArrayList<>(texts);
        for (int text = 0; text < texts; text++) {
            int offset = buffer.arrayOffset() + text * rows * (int) width;
            all.add(new Activations(values, offset, rows, (int) width));
        }
        return all;
    }

    /** Refuses those who wait, waits until running texts are done, then frees the model. Further calls do nothing. */
    @Override
    public void close() {
        gate.close(shared::close);
    }
}
