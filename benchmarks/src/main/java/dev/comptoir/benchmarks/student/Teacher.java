package dev.comptoir.benchmarks.student;

import dev.comptoir.onnx.OnnxEmbedder;
import dev.comptoir.onnx.Pooling;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An English encoder that labels texts, with a file in which its labels are kept from one run to the next. */
enum Teacher {
    MINILM("all-minilm-l6-v2-q", Pooling.MEAN),
    BGE("bge-small-en-v1.5-q", Pooling.CLS);

    private final String file;
    private final Pooling pooling;

    Teacher(String file, Pooling pooling) {
        this.file = file;
        this.pooling = pooling;
    }

    String file() {
        return file;
    }

    /**
     * The vectors of the texts.
     *
     * @param cache a folder for labels; null keeps none
     */
    Map<String, float[]> label(Collection<String> texts, @Nullable Path cache) {
        Map<String, float[]> labels = new HashMap<>();
        try {
            Path kept = cache == null ? null : cache.resolve(file + ".labels");
            Map<String, float[]> known = kept == null ? Map.of() : read(kept);
            try (OnnxEmbedder model = open();
                    DataOutputStream out = kept == null ? null : append(kept)) {
                for (String text : texts) {
                    float[] vector = known.get(text);
                    if (vector == null) {
                        vector = model.embed(text).content().vector();
                        if (out != null) {
                            write(out, text, vector);
                        }
                    }
                    labels.put(text, vector);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The labels of " + file + " cannot be kept in " + cache + ".", e);
        }
        return labels;
    }

    private OnnxEmbedder open() throws IOException {
        Path folder = Files.createTempDirectory("teacher");
        try {
            copy("/" + file + ".onnx", folder.resolve("model.onnx"));
            copy("/" + file + "-tokenizer.json", folder.resolve("tokenizer.json"));
            return OnnxEmbedder.builder()
                    .folder(folder)
                    .pooling(pooling)
                    .maxTokens(128)
                    .build();
        } finally {
            Files.deleteIfExists(folder.resolve("model.onnx"));
            Files.deleteIfExists(folder.resolve("tokenizer.json"));
            Files.deleteIfExists(folder);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Teacher.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The teacher " + resource + " is not on the class path.");
            }
            Files.copy(in, file);
        }
    }

    private static DataOutputStream append(Path kept) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(kept, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    private static void write(DataOutputStream out, String text, float[] vector) throws IOException {
        out.writeUTF(text);
        out.writeInt(vector.length);
        for (float value : vector) {
            out.writeFloat(value);
        }
    }

    private static Map<String, float[]> read(Path kept) throws IOException {
        Map<String, float[]> labels = new HashMap<>();
        if (!Files.exists(kept)) {
            return labels;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept), 1 << 16))) {
            while (true) {
                String text;
                try {
                    text = in.readUTF();
                } catch (EOFException end) {
                    return labels;
                }
                float[] vector = new float[in.readInt()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                labels.put(text, vector);
            }
        }
    }
}
