package dev.comptoir.onnx.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a model comes from, and what it is: the hash of its content. Immutable, but for the file it names. */
public final class ModelSource {
    private interface Opener {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    private final String name;
    private final ContentHash hash;
    private final String identity;
    private final Opener opener;

    private ModelSource(String name, ContentHash hash, String identity, Opener opener) {
        this.name = name;
        this.hash = hash;
        this.identity = identity;
        this.opener = opener;
    }

    /**
     * A model file, which is read once for its hash.
     *
     * @throws ModelException {@code MODEL_NOT_FOUND} if it cannot be read
     */
    public static ModelSource file(Path file) {
        String name = "The model file " + file;
        ContentHash hash;
        String identity;
        try (InputStream stream = Files.newInputStream(file)) {
            hash = ContentHash.of(stream);
            // Weights in files beside it are part of the model too, and too large to be read twice.
            identity = hash.namesOtherFiles() ? hash.sha256() + " " + file.toRealPath() : hash.sha256();
        } catch (IOException e) {
            throw new ModelException(
                    ErrorCode.MODEL_NOT_FOUND, name + " cannot be read. Maybe its permissions forbid it?", e);
        }
        return new ModelSource(
                name, hash, identity, (environment, options) -> environment.createSession(file.toString(), options));
    }

    /**
     * A model in memory.
     *
     * @param name how messages name the model
     */
    public static ModelSource bytes(byte[] model, String name) {
        try {
            ContentHash hash = ContentHash.of(new ByteArrayInputStream(model));
            return new ModelSource(
                    name, hash, hash.sha256(), (environment, options) -> environment.createSession(model, options));
        } catch (IOException e) {
            throw new IllegalStateException("An array was not readable.", e);
        }
    }

    /** SHA-256 of the model file, 64 hexadecimal digits in lower case; files it refers to are not in it. */
    public String sha256() {
        return hash.sha256();
    }

    String name() {
        return name;
    }

    /** The same for models that compute the same. */
    String identity() {
        return identity;
    }

    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException {
        return opener.open(environment, options);
    }
}
