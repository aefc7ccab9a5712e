package dev.comptoir.onnx.tokenize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** SentencePiece's compiled table of replacements. Immutable. */
final class Charsmap implements TextNormalizer {
    private static final int LONGEST_CLUSTER = 5;

    private final int[] units;
    private final byte[] texts;

    private Charsmap(int[] units, byte[] texts) {
        this.units = units;
        this.texts = texts;
    }

    /* The table is: length of the trie in bytes; the trie, a double array in the manner of Darts; the replacements in
     * UTF-8, each ended by a zero. Numbers are little endian. A unit of the trie holds a label (bits 0-7, and bit 31 for
     * a leaf), whether a leaf hangs on it (bit 8), and how far its children are (bits 10-30, times 256 with bit 9). */

    /** The table, or {@code null} where the bytes are none. */
    static @Nullable Charsmap of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.length < Integer.BYTES ? -1 : buffer.getInt();
        if (length < Integer.BYTES || length % Integer.BYTES != 0 || length > buffer.remaining()) {
            return null;
        }
        int[] units = new int[length / Integer.BYTES];
        buffer.asIntBuffer().get(units);
        byte[] texts = new byte[buffer.remaining() - length];
        buffer.position(buffer.position() + length).get(texts);
        return new Charsmap(units, texts);
    }

    /* As in the reference, user-perceived characters of less than six bytes are looked up whole, and what is found for
     * their shortest beginning replaces all of them, marks included. Longer ones go code point by code point. */
    @Override
    public Passage normalize(Passage passage) {
        String text = passage.text();
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = Graphemes.end(text, at);
            byte[] utf8 = end - at > LONGEST_CLUSTER
                    ? new byte[0]
                    : text.substring(at, end).getBytes(StandardCharsets.UTF_8);
            int whole = utf8.length == 0 || utf8.length > LONGEST_CLUSTER ? -1 : find(utf8);
            if (whole >= 0) {
                append(whole, out);
            } else {
                each(text, at, end, out);
            }
            at = end;
        }
        return passage.withText(out.toString());
    }

    private void each(String text, int from, int to, StringBuilder out) {
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            int found = find(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            if (found >= 0) {
                append(found, out);
            } else {
                out.appendCodePoint(c);
            }
        }
    }

    private void append(int from, StringBuilder out) {
        int to = from;
        while (to < texts.length && texts[to] != 0) {
            to++;
        }
        out.append(new String(texts, from, to - from, StandardCharsets.UTF_8));
    }

    /** Where the replacement of the shortest beginning begins, or -1. */
    private int find(byte[] key) {
        int at = distance(units[0]);
        for (byte b : key) {
            int label = b & 0xFF;
            at ^= label;
            if (label == 0 || at >= units.length || (units[at] & 0x8000_00FF) != label) {
                return -1;
            }
            boolean leaf = ((units[at] >>> 8) & 1) == 1;
            at ^= distance(units[at]);
            if (leaf && at < units.length) {
                int start = units[at] & 0x7FFF_FFFF;
                return start < texts.length ? start : -1;
            }
        }
        return -1;
    }

    private static int distance(int unit) {
        return (unit >>> 10) << ((unit & (1 << 9)) >>> 6);
    }
}
