package dev.comptoir.assist.knowledge.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text, or says that they are none. Pure functions. */
final class Charsets {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Charsets() {}

    /** The text without a byte order mark; null where the bytes are not UTF-8. */
    static @Nullable String utf8(byte[] bytes, int from, int to) {
        return strict(bytes, from, to, StandardCharsets.UTF_8);
    }

    /**
     * The text of a table: UTF-8, UTF-16 with its mark as some programs save it, or else Windows-1252, which spreadsheets in
     * Western Europe write unasked; null where it holds bytes that are no text.
     */
    static @Nullable String ofTable(byte[] bytes) {
        if (hasUtf16Mark(bytes)) {
            Charset utf16 = bytes[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return strict(bytes, 0, bytes.length, utf16);
        }
        String text = utf8(bytes, 0, bytes.length);
        return text != null || hasZero(bytes) ? text : strict(bytes, 0, bytes.length, WINDOWS);
    }

    /** Whether the bytes begin with the byte order mark of UTF-16. */
    static boolean hasUtf16Mark(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String strict(byte[] bytes, int from, int to, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
