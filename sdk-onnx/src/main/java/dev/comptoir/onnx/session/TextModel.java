package dev.comptoir.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX model that reads token ids. Every run takes one text and one thread, the caller's: quantised models give
 * other values in other batches, and threads inside a run only get in each other's way where many callers share few
 * cores.
 *
 * <p>Thread-safe. At most {@code workers} runs go on at once, further callers wait in order. The model's memory is
 * native and freed by {@link #close()} alone.
 */
public final class TextModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Signature signature;
    private final WorkerGate gate;
    private final String source;

    private TextModel(
            OrtEnvironment environment, OrtSession session, Signature signature, WorkerGate gate, String source) {
        this.environment = environment;
        this.session = session;
        this.signature = signature;
        this.gate = gate;
        this.source = source;
    }

    /**
     * Opens a model file.
     *
     * @param workers most runs at once, from 1
     * @param maxWait longest wait for a free worker
     * @throws ModelException {@code MODEL_CORRUPT} if it cannot be read, {@code MODEL_UNSUPPORTED} if its inputs or its
     *     output are not those of a text model or this platform has no native library
     */
    public static TextModel open(Path file, int workers, Duration maxWait) {
        String source = "The model file " + file;
        return open(
                (environment, options) -> environment.createSession(file.toString(), options),
                source,
                workers,
                maxWait);
    }

    /**
     * Opens a model from memory, as {@link #open(Path, int, Duration)} does from a file.
     *
     * @param source how messages name the model
     */
    public static TextModel open(byte[] model, String source, int workers, Duration maxWait) {
        return open((environment, options) -> environment.createSession(model, options), source, workers, maxWait);
    }

    private static TextModel open(Opener opener, String source, int workers, Duration maxWait) {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            OrtSession session;
            try (OrtSession.SessionOptions options = options()) {
                session = opener.open(environment, options);
            }
            try {
                Signature signature = Signature.of(session, source);
                return new TextModel(environment, session, signature, new WorkerGate(source, workers, maxWait), source);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            ErrorCode code = e.getCode() == OrtErrorCode.ORT_NOT_IMPLEMENTED
                    ? ErrorCode.MODEL_UNSUPPORTED
                    : ErrorCode.MODEL_CORRUPT;
            throw new ModelException(
                    code, source + " cannot be opened: " + e.getMessage() + " Maybe the file was cut short?", e);
        } catch (LinkageError e) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    "ONNX Runtime's native library does not load on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Maybe the platform is none of Linux (x64, arm64, glibc), macOS arm64 and Windows x64?",
                    e);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        options.setDeterministicCompute(true);
        // Whatever goes wrong comes as an exception; the library would print it as well.
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }

    /**
     * Runs the model on one text.
     *
     * @param ids token ids, at least one
     * @param typeIds segment ids, as many
     * @throws ModelException {@code MODEL_FAILED} if the model fails on these ids, {@code MODEL_UNSUPPORTED} if it
     *     gives another shape than it declared
     * @throws dev.comptoir.error.OverloadedException if no worker is free in time
     * @throws dev.comptoir.error.ClosedException after {@link #close()}
     */
    public Activations run(long[] ids, long[] typeIds) {
        gate.enter();
        try {
            return runInside(ids, typeIds);
        } catch (OrtException e) {
            throw new ModelException(
                    ErrorCode.MODEL_FAILED,
                    source + " failed on " + ids.length + " tokens: " + e.getMessage()
                            + " Maybe it reads fewer tokens than maxTokens allows, or its tokenizer is"
                            + " another model's?",
                    e);
        } finally {
            gate.leave();
        }
    }

    private Activations runInside(long[] ids, long[] typeIds) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            feed(inputs, Signature.IDS, ids);
            feed(inputs, Signature.TYPES, typeIds);
            if (signature.inputs().contains(Signature.MASK)) {
                long[] mask = new long[ids.length];
                Arrays.fill(mask, 1);
                feed(inputs, Signature.MASK, mask);
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(signature.output()))) {
                return activations((OnnxTensor) result.get(0), ids.length);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void feed(Map<String, OnnxTensor> inputs, String name, long[] values) throws OrtException {
        if (signature.inputs().contains(name)) {
            long[] shape = {1, values.length};
            inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
        }
    }

    private Activations activations(OnnxTensor output, int tokens) {
        long[] shape = output.getInfo().getShape();
        int rows = shape.length == 3 ? tokens : 1;
        FloatBuffer buffer = output.getFloatBuffer();
        long width = shape[shape.length - 1];
        if (shape[0] != 1 || (shape.length == 3 && shape[1] != tokens) || width < 1) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    source + " gave the shape " + Arrays.toString(shape) + " for one text of " + tokens
                            + " tokens; [1, " + tokens + ", n] or [1, n] is needed.");
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return new Activations(values, rows, Math.toIntExact(width));
    }

    /** Waits until running texts are done, then frees the native memory. Further calls do nothing. */
    @Override
    public void close() {
        gate.close(() -> {
            try {
                session.close();
            } catch (OrtException e) {
                throw new ModelException(ErrorCode.MODEL_FAILED, source + " cannot be closed.", e);
            }
        });
    }

    private interface Opener {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }
}
