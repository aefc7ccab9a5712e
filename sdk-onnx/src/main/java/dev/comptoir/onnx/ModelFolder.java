package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.ModelSource;
import dev.comptoir.onnx.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A folder with a model, its tokenizer and what it says about itself. Immutable, but for the files. */
final class ModelFolder {
    private static final long LARGEST_TOKENIZER = 64L << 20;

    private final Path folder;
    private final ModelKind kind;
    private final ModelSettings settings;

    /**
     * Reads the settings and checks that the files are there.
     *
     * @throws ModelException {@code MODEL_NOT_FOUND} if one is not
     * @throws dev.comptoir.error.ConfigurationException naming what is wrong in the settings file
     */
    ModelFolder(Path folder, ModelKind kind) {
        if (!Files.isDirectory(folder)) {
            throw notFound(
                    "The model folder " + folder
                            + " is not there or is no folder. Maybe the path is relative to another" + " one?",
                    null);
        }
        this.folder = folder;
        this.kind = kind;
        this.settings = SettingsFile.read(folder, kind);
        if (kind.readsText()) {
            existing(settings.tokenizer());
        }
        existing(settings.model());
        settings.sha256().keySet().forEach(this::existing);
    }

    ModelSettings settings() {
        return settings;
    }

    /** The folder's own name. */
    String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? settings.model() : name.toString();
    }

    Tokenizer tokenizer() {
        Path file = existing(settings.tokenizer());
        byte[] bytes = bytes(file);
        check(settings.tokenizer(), bytes);
        return Tokenizer.read(bytes, "The file " + file);
    }

    ModelSource model() {
        ModelSource source = ModelSource.file(existing(settings.model()));
        check(settings.model(), source.sha256());
        for (String other : settings.sha256().keySet()) {
            if (!other.equals(settings.model()) && !other.equals(settings.tokenizer())) {
                check(other, ModelSource.file(existing(other)).sha256());
            }
        }
        return source;
    }

    private void check(String name, byte[] bytes) {
        if (settings.sha256().containsKey(name)) {
            try {
                check(
                        name,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
    }

    private void check(String name, String actual) {
        Map<String, String> expected = settings.sha256();
        if (expected.containsKey(name) && !actual.equals(expected.get(name))) {
            throw new ModelException(
                    ErrorCode.MODEL_CORRUPT,
                    "The file " + folder.resolve(name) + " has the SHA-256 " + actual + ", but " + ModelSettings.FILE
                            + " names " + expected.get(name) + ". Maybe it was cut short or belongs to another"
                            + " release?");
        }
    }

    private Path existing(String file) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            String needed = kind.readsText() ? settings.model() + " and " + settings.tokenizer() : settings.model();
            throw notFound(
                    "The model folder " + folder + " holds no " + file + "; needed are " + needed
                            + ". Maybe the file has another name? " + ModelSettings.FILE + " can say which.",
                    null);
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

    private static ModelException notFound(String message, @Nullable Throwable cause) {
        return new ModelException(ErrorCode.MODEL_NOT_FOUND, message, cause);
    }
}
