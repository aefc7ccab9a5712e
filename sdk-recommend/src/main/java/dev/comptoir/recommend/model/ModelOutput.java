package dev.comptoir.recommend.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Writes what a model has learnt: a name, a version, then plain numbers, big-endian, and at the end a checksum over all of it.
 * {@link ModelInput} reads it. Not thread-safe.
 */
public final class ModelOutput {
    static final int MAGIC = 0x434D444C;
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /**
     * Begins.
     *
     * @param name of the kind of model, four ASCII letters
     * @param version of its format
     */
    public ModelOutput(OutputStream out, String name, int version) throws IOException {
        this.out = out;
        writeInt(MAGIC);
        writeInt(fourLetters(name));
        writeInt(version);
    }

    static int fourLetters(String name) {
        if (name.length() != 4) {
            throw new IllegalArgumentException("The name of a format is " + name + ", but must have four letters.");
        }
        int value = 0;
        for (int k = 0; k < 4; k++) {
            value = value << 8 | name.charAt(k);
        }
        return value;
    }

    public void writeInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    public void writeDouble(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    /** The first values of an array. */
    public void writeInts(int[] values, int size) throws IOException {
        for (int k = 0; k < size; k++) {
            room(Integer.BYTES).putInt(values[k]);
        }
    }

    /** The first values of an array. */
    public void writeFloats(float[] values, int size) throws IOException {
        for (int k = 0; k < size; k++) {
            room(Float.BYTES).putFloat(values[k]);
        }
    }

    /** Ends with the checksum and flushes; the stream stays open. */
    public void end() throws IOException {
        drain();
        buffer.putLong(checksum.getValue());
        drain();
        out.flush();
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            drain();
        }
        return buffer;
    }

    private void drain() throws IOException {
        checksum.update(buffer.array(), 0, buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
