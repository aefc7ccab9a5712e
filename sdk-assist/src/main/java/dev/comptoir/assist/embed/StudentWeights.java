package dev.comptoir.assist.embed;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The vectors of words, pairs of words and parts of words, as {@link BilingualEmbedder} sums them and as they lie in a
 * file (docs/formats.md). Immutable; safe for use by several threads.
 */
public final class StudentWeights {
    /*
     * Four bits a value: a text's vector is the sum of about twenty rows, and independent rounding errors (20 dB below
     * the values for a bell-shaped row) largely cancel in the sum, so that twice as many rows fit where int8 would be
     * finer than needed. Values are kept unpacked in memory, one byte each.
     */
    private static final byte[] MAGIC = "CMPTSTU1".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int HEADER = MAGIC.length + 16;
    private static final int LARGEST = 64 << 20;
    private static final int MAX_LEVEL = 7;

    /** Steps of scale to a doubling. */
    private static final int SCALE_STEPS = 16;

    private final int dimension;
    private final int[] names;
    private final byte[] scales;
    private final byte[] values;
    private final float unknown;
    private final String provenance;
    private final String hash;
    private final float[] steps = new float[256];

    private StudentWeights(
            int dimension, int[] names, byte[] scales, byte[] values, float unknown, String provenance, String hash) {
        this.dimension = dimension;
        this.names = names;
        this.scales = scales;
        this.values = values;
        this.unknown = unknown;
        this.provenance = provenance;
        this.hash = hash;
        for (int scale = Byte.MIN_VALUE; scale <= Byte.MAX_VALUE; scale++) {
            steps[scale & 0xFF] = (float) step((byte) scale);
        }
    }

    /**
     * Rounds vectors to weights.
     *
     * @param names see {@link Features}; ascending as unsigned numbers, each once
     * @param rows one vector for each name
     * @param unknown the length of the vector of a word that has none, in the unit of the rows
     * @param provenance seed, teacher, sources and licences, as JSON
     */
    public static StudentWeights quantized(int[] names, float[][] rows, float unknown, String provenance) {
        if (names.length == 0 || names.length != rows.length) {
            throw new IllegalArgumentException(
                    names.length + " names and " + rows.length + " rows; as many are needed.");
        }
        int dimension = rows[0].length;
        if (dimension == 0 || dimension % 2 != 0) {
            throw new IllegalArgumentException("The rows have " + dimension + " values; an even number is needed.");
        }
        byte[] scales = new byte[names.length];
        byte[] values = new byte[names.length * dimension];
        for (int row = 0; row < names.length; row++) {
            scales[row] = scale(rows[row]);
            double step = step(scales[row]);
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = level(rows[row][i], step);
            }
        }
        byte[] body = body(dimension, names.clone(), scales, values, unknown, provenance);
        return parsed(body, "The weights");
    }

    private static byte level(float value, double step) {
        return (byte) Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, Math.rint(value / step)));
    }

    private static double step(byte scale) {
        return StrictMath.pow(2, (double) scale / SCALE_STEPS);
    }

    /** The scale with the least squared error, of a few around the usual one for bell-shaped values. */
    private static byte scale(float[] row) {
        double squares = 0;
        for (float value : row) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("A row holds " + value + "; only finite numbers can be kept.");
            }
            squares += (double) value * value;
        }
        double deviation = StrictMath.sqrt(squares / row.length);
        double usual = SCALE_STEPS * StrictMath.log(Math.max(deviation, 1e-9) * 0.36) / StrictMath.log(2);
        int middle = (int) Math.max(-118, Math.min(117, Math.rint(usual)));
        byte best = (byte) middle;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = middle - 10; candidate <= middle + 10; candidate++) {
            double step = step((byte) candidate);
            double error = 0;
            for (float value : row) {
                double difference = value - level(value, step) * step;
                error += difference * difference;
            }
            if (error < least) {
                least = error;
                best = (byte) candidate;
            }
        }
        return best;
    }

    /** Writes the file. */
    public void write(OutputStream out) throws IOException {
        byte[] body = body(dimension, names, scales, values, unknown, provenance);
        out.write(body);
        out.write(sha256(body));
    }

    /**
     * Reads a file of weights to its end.
     *
     * @param what names the source in errors, such as "The file x.bin"
     * @throws ModelException {@code MODEL_CORRUPT} where it is cut short, longer than it says or changed, {@code
     *     MODEL_UNSUPPORTED} for another kind of file, {@code MODEL_TOO_LARGE} above 64 MiB
     */
    public static StudentWeights read(InputStream in, String what) {
        byte[] all;
        try {
            all = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (all.length > LARGEST) {
            throw new ModelException(
                    ErrorCode.MODEL_TOO_LARGE, what + " is larger than " + LARGEST + " bytes, the most for weights.");
        }
        if (all.length < MAGIC.length || Arrays.mismatch(MAGIC, 0, MAGIC.length, all, 0, MAGIC.length) >= 0) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    what + " does not begin with " + new String(MAGIC, StandardCharsets.US_ASCII)
                            + ". Maybe it is no file of student weights, or one of a newer version?");
        }
        byte[] body = Arrays.copyOf(all, Math.max(0, all.length - DIGEST));
        if (body.length < HEADER
                || !MessageDigest.isEqual(sha256(body), Arrays.copyOfRange(all, body.length, all.length))) {
            throw corrupt(what, "its checksum does not match its " + all.length + " bytes");
        }
        return parsed(body, what);
    }

    private static StudentWeights parsed(byte[] body, String what) {
        ByteBuffer in = ByteBuffer.wrap(body, MAGIC.length, body.length - MAGIC.length);
        int dimension = in.getInt();
        int rows = in.getInt();
        float unknown = in.getFloat();
        int provenanceLength = in.getInt();
        long expected = HEADER + (long) provenanceLength + rows * (5L + dimension / 2L);
        if (dimension < 2 || dimension % 2 != 0 || rows < 1 || provenanceLength < 0 || expected != body.length) {
            throw corrupt(what, "its header (" + rows + " rows of " + dimension + " values) does not fit its length");
        }
        byte[] provenance = new byte[provenanceLength];
        in.get(provenance);
        int[] names = new int[rows];
        for (int i = 0; i < rows; i++) {
            names[i] = in.getInt();
            if (i > 0 && Integer.compareUnsigned(names[i - 1], names[i]) >= 0) {
                throw corrupt(what, "the name of row " + i + " is out of order");
            }
        }
        byte[] scales = new byte[rows];
        in.get(scales);
        byte[] values = new byte[rows * dimension];
        for (int i = 0; i < values.length; i += 2) {
            byte packed = in.get();
            values[i] = (byte) (packed >> 4);
            values[i + 1] = (byte) ((byte) (packed << 4) >> 4);
        }
        String hash = HexFormat.of().formatHex(sha256(body), 0, 6);
        return new StudentWeights(
                dimension, names, scales, values, unknown, new String(provenance, StandardCharsets.UTF_8), hash);
    }

    private static byte[] body(
            int dimension, int[] names, byte[] scales, byte[] values, float unknown, String provenance) {
        byte[] story = provenance.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(HEADER + story.length + names.length * (5 + dimension / 2));
        out.put(MAGIC)
                .putInt(dimension)
                .putInt(names.length)
                .putFloat(unknown)
                .putInt(story.length)
                .put(story);
        for (int name : names) {
            out.putInt(name);
        }
        out.put(scales);
        for (int i = 0; i < values.length; i += 2) {
            out.put((byte) ((values[i] << 4) | (values[i + 1] & 15)));
        }
        return out.array();
    }

    private static ModelException corrupt(String what, String how) {
        return new ModelException(
                ErrorCode.MODEL_CORRUPT, what + " is damaged: " + how + ". Maybe it was not copied whole?");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The row of a name, -1 where it has none. */
    int row(int name) {
        int low = 0;
        int high = names.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(names[middle], name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Adds a row, times a factor, to a sum. */
    void add(int row, float factor, float[] sum) {
        float step = factor * steps[scales[row] & 0xFF];
        int at = row * dimension;
        for (int i = 0; i < dimension; i++) {
            sum[i] += step * values[at + i];
        }
    }

    /** Values of a vector. */
    public int dimension() {
        return dimension;
    }

    /** Vectors kept. */
    public int rows() {
        return names.length;
    }

    /** The length of the vector of a word that has none. */
    float unknown() {
        return unknown;
    }

    /** Seed, teacher, sources and licences, as JSON. */
    public String provenance() {
        return provenance;
    }

    /** The first 12 hexadecimal digits of the SHA-256 of the content. */
    public String contentHash() {
        return hash;
    }
}
