package dev.comptoir.onnx.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A native session, one for all who open the same model in this JVM: its memory is taken once, and given back when the last of
 * them has closed. Thread-safe.
 */
final class SharedSession implements AutoCloseable {
    /* The native library lives once in a JVM whatever we do, and so do its sessions: they hold no state between runs, and every one is
     * opened with the same options, so nobody can tell whether his is shared. Opening and closing happen under the map's lock for that
     * key, lest one is opened while its last user closes it. */
    private static final Map<String, Open> OPEN = new ConcurrentHashMap<>();

    private record Open(OrtEnvironment environment, OrtSession session, int users) {}

    private final ModelSource source;
    private final Open open;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SharedSession(ModelSource source, Open open) {
        this.source = source;
        this.open = open;
    }

    /**
     * Opens a model, or takes part in one that is open.
     *
     * @throws ModelException {@code MODEL_CORRUPT} if it cannot be read, {@code MODEL_UNSUPPORTED} if it needs what this
     *     release has not, or this platform has no native library
     */
    static SharedSession of(ModelSource source) {
        Open open = OPEN.compute(
                source.identity(),
                (identity, known) -> known == null
                        ? openNew(source)
                        : new Open(known.environment(), known.session(), known.users() + 1));
        return new SharedSession(source, open);
    }

    private static Open openNew(ModelSource source) {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            try (OrtSession.SessionOptions options = options()) {
                return new Open(environment, source.open(environment, options), 1);
            }
        } catch (OrtException e) {
            ErrorCode code = e.getCode() == OrtErrorCode.ORT_NOT_IMPLEMENTED
                    ? ErrorCode.MODEL_UNSUPPORTED
                    : ErrorCode.MODEL_CORRUPT;
            throw new ModelException(
                    code, source.name() + " cannot be opened: " + e.getMessage() + " Maybe the file was cut short?", e);
        } catch (LinkageError e) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    "ONNX Runtime's native library does not load on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Maybe the platform is none of Linux (x64, arm64, glibc), macOS arm64 and Windows x64?"
                            + " All that needs no model works without it.",
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

    OrtEnvironment environment() {
        return open.environment();
    }

    OrtSession session() {
        return open.session();
    }

    String name() {
        return source.name();
    }

    /** How many have this model open. */
    static int users(ModelSource source) {
        Open open = OPEN.get(source.identity());
        return open == null ? 0 : open.users();
    }

    /** Frees the native memory if nobody else uses it. Further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            OPEN.computeIfPresent(source.identity(), (identity, known) -> {
                if (known.users() > 1) {
                    return new Open(known.environment(), known.session(), known.users() - 1);
                }
                closeNative(known.session());
                return null;
            });
        }
    }

    private void closeNative(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException(ErrorCode.MODEL_FAILED, source.name() + " cannot be closed.", e);
        }
    }
}
