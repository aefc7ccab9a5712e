package dev.comptoir.benchmarks;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a model's vectors in a file, so that a run repeated on the same texts does not wait for the model again. One text a run
 * of the model: its vector must not depend on what it was asked beside. Not thread-safe.
 */
final class VectorCache implements EmbeddingModel, AutoCloseable {
    private static final int PROGRESS = 2_000;
    private static final int LARGEST = 1 << 16;

    private final EmbeddingModel model;
    private final String name;
    private final Path file;
    private final @Nullable PrintWriter progress;
    private final Map<Key, float[]> vectors = new HashMap<>();
    private @Nullable DataOutputStream out;
    private int made;

    private record Key(long high, long low) {}

    VectorCache(EmbeddingModel model, String name, Path folder, @Nullable PrintWriter progress) {
        this.model = model;
        this.name = name;
        this.file = folder.resolve("vectors-" + name + ".bin");
        this.progress = progress;
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vectors in " + file + " cannot be read. Maybe delete the file?", e);
        }
    }

    private void read() throws IOException {
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                Key key = new Key(in.readLong(), in.readLong());
                int length = in.readInt();
                if (length < 1 || length > LARGEST) {
                    throw new IOException("a vector of " + length + " values");
                }
                byte[] bytes = new byte[length * Float.BYTES];
                in.readFully(bytes);
                float[] vector = new float[length];
                ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
                vectors.put(key, vector);
                whole += 2 * Long.BYTES + Integer.BYTES + bytes.length;
            }
        } catch (EOFException e) {
            // The end. A run that was killed leaves half a vector: what comes after it could not be read.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
    }

    @Override
    public Response<Embedding> embed(String text) {
        Key key = key(text);
        float[] known = vectors.get(key);
        if (known == null) {
            known = model.embed(text).content().vector();
            vectors.put(key, known);
            write(key, known);
        }
        return Response.from(Embedding.from(known));
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> embed(segment.text()).content())
                .toList());
    }

    private void write(Key key, float[] vector) {
        try {
            DataOutputStream to = out;
            if (to == null) {
                to = new DataOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16));
                out = to;
            }
            to.writeLong(key.high());
            to.writeLong(key.low());
            to.writeInt(vector.length);
            for (float value : vector) {
                to.writeFloat(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
        if (++made % PROGRESS == 0 && progress != null) {
            progress.println("... " + name + ": " + made + " texts embedded");
            progress.flush();
        }
    }

    private static Key key(String text) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Key(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
            if (model instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
