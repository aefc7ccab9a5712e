package dev.comptoir.recommend.model;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads what {@link ModelOutput} wrote, not a byte beyond it. Whatever is amiss with the bytes is a {@link ModelException}; only
 * a failing stream is an {@link IOException}. Not thread-safe.
 */
public final class ModelInput {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CHUNK = 1 << 20;

    private final InputStream in;
    private final CRC32 checksum = new CRC32();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long bytes;

    /**
     * Begins; refuses what is no model of this name.
     *
     * @param name of the kind of model, four ASCII letters
     * @param newest the newest version of its format that can be read
     * @throws ModelException if it is something else, newer or cut off
     */
    public ModelInput(InputStream in, String name, int newest) throws IOException {
        this.in = in;
        if (readInt() != ModelOutput.MAGIC || readInt() != ModelOutput.fourLetters(name)) {
            throw corrupt("it does not begin as a model of the kind " + name);
        }
        int version = readInt();
        if (version < 1 || version > newest) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    "The model has format version " + version + ", but at most " + newest
                            + " can be read. Maybe a newer release wrote it? Train again.");
        }
    }

    public int readInt() throws IOException {
        return take(Integer.BYTES).getInt();
    }

    /** A number of things, which lies between 0 and a limit. */
    public int readSize(String what, int limit) throws IOException {
        int size = readInt();
        if (size < 0 || size > limit) {
            throw corrupt("the number of " + what + " is " + size + " instead of 0 to " + limit);
        }
        return size;
    }

    public double readDouble() throws IOException {
        return take(Double.BYTES).getDouble();
    }

    public int[] readInts(int size) throws IOException {
        // Grows with what really comes: a damaged size must not take the memory.
        int[] values = new int[Math.min(size, CHUNK)];
        for (int k = 0; k < size; ) {
            if (k == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(size, 2L * k));
            }
            int count = Math.min(Math.min(size, values.length) - k, BUFFER_BYTES / Integer.BYTES);
            take(count * Integer.BYTES).asIntBuffer().get(values, k, count);
            k += count;
        }
        return values;
    }

    /** Sets the first values of an array. */
    public void readFloats(float[] values, int size) throws IOException {
        for (int k = 0; k < size; ) {
            int count = Math.min(size - k, BUFFER_BYTES / Float.BYTES);
            take(count * Float.BYTES).asFloatBuffer().get(values, k, count);
            k += count;
        }
    }

    /** Ends; refuses what is not the sum of what was read. */
    public void end() throws IOException {
        long expected = checksum.getValue();
        if (take(Long.BYTES).getLong() != expected) {
            throw corrupt("its checksum does not hold");
        }
    }

    /** What to throw where numbers cannot be right. */
    public ModelException corrupt(String problem) {
        return new ModelException(
                ErrorCode.MODEL_CORRUPT, "The stored model is damaged: " + problem + ". Train again.");
    }

    private ByteBuffer take(int count) throws IOException {
        int read = in.readNBytes(buffer.array(), 0, count);
        bytes += read;
        if (read < count) {
            throw new ModelException(
                    ErrorCode.MODEL_CORRUPT,
                    "The stored model is damaged: it ends after " + bytes + " bytes. Train again.",
                    new EOFException());
        }
        checksum.update(buffer.array(), 0, count);
        return buffer.clear().limit(count);
    }
}
