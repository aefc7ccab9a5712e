package dev.comptoir.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Looks for bytes in whole files, whatever these hold: 15 bytes in a row of any needle are found at any place. */
final class RawFiles {
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    private final long[] windows;
    private final BitSet sieve = new BitSet(1 << 24);

    private RawFiles(long[] windows) {
        this.windows = windows;
        for (long window : windows) {
            sieve.set(place(window));
        }
    }

    /** Finds pieces of these. */
    static RawFiles lookingFor(Collection<byte[]> needles) {
        List<Long> windows = new ArrayList<>();
        for (byte[] needle : needles) {
            if (needle.length < 2 * Long.BYTES) {
                throw new IllegalArgumentException("A needle of " + needle.length + " bytes may be found by chance.");
            }
            for (int at = 0; at + Long.BYTES <= needle.length; at += Long.BYTES) {
                windows.add(ByteBuffer.wrap(needle).getLong(at));
            }
        }
        return new RawFiles(windows.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** Finds pieces of these texts in any encoding that somebody might have written them in. */
    static RawFiles lookingForTexts(Collection<String> texts) {
        return lookingFor(texts.stream()
                .flatMap(text -> ENCODINGS.stream().map(text::getBytes))
                .toList());
    }

    /** Where pieces are, as file and offset: the first of each file. */
    List<String> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            int at = firstIn(Files.readAllBytes(file));
            if (at >= 0) {
                found.add(folder.relativize(file) + " at " + at);
            }
        }
        return found;
    }

    private int firstIn(byte[] bytes) {
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = (window << Byte.SIZE) | (bytes[i] & 0xff);
            if (i >= Long.BYTES - 1 && sieve.get(place(window)) && Arrays.binarySearch(windows, window) >= 0) {
                return i - Long.BYTES + 1;
            }
        }
        return -1;
    }

    private static int place(long window) {
        return (int) ((window * 0x9E37_79B9_7F4A_7C15L) >>> 40);
    }
}
