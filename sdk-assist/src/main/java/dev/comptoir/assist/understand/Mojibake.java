package dev.comptoir.assist.understand;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repairs text that was written as UTF-8 and read as Windows-1252: {@code dÃ©jÃ } becomes {@code déjà}. Linear time. */
final class Mojibake {
    /*
     * A character of two or more bytes, read byte by byte, is a capital with a tilde or circumflex and signs that stand in no
     * word. Such a run is put back only where its bytes are valid UTF-8; text that was read rightly holds none. "Ã" before a
     * blank is "à" whose no-break space became a plain one, and is trusted only where another run was repaired. "Å" and "â" also stand before quotation marks, and then stay.
     */
    private static final int ROUNDS = 2;

    private static final Map<Character, Byte> BYTES = bytes();

    private Mojibake() {}

    static String repair(String text) {
        String repaired = text;
        // Text may have been misread twice.
        for (int round = 0; round < ROUNDS; round++) {
            repaired = once(repaired);
        }
        return repaired;
    }

    private static String once(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean changed = false;
        for (int i = 0; i < text.length(); ) {
            int length = runLength(text, i);
            String whole = length == 0 ? null : decoded(text, i, length);
            if (whole == null) {
                out.append(text.charAt(i));
                i++;
            } else {
                out.append(whole);
                i += length;
                changed = true;
            }
        }
        return changed ? out.toString().replace("\u00C3 ", "\u00E0 ") : text;
    }

    /** How many bytes the character that may begin here has; 0 where none begins. */
    private static int runLength(String text, int i) {
        Byte lead = text.charAt(i) < 0x80 ? null : BYTES.get(text.charAt(i));
        if (lead == null) {
            return 0;
        }
        // Accents, the ligature oe, punctuation with the euro, a mark of byte order, emoji.
        int length = switch (lead & 0xFF) {
            case 0xC2, 0xC3, 0xC5 -> 2;
            case 0xE2, 0xEF -> 3;
            case 0xF0 -> 4;
            default -> 0;
        };
        if (length == 0 || i + length > text.length()) {
            return 0;
        }
        int second = BYTES.getOrDefault(text.charAt(i + 1), (byte) 0) & 0xFF;
        boolean quoted = switch (lead & 0xFF) {
            case 0xC5 -> second != 0x92 && second != 0x93;
            case 0xE2 -> second > 0x9E;
            default -> false;
        };
        return quoted ? 0 : length;
    }

    private static @Nullable String decoded(String text, int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            Byte one = BYTES.get(text.charAt(from + i));
            if (one == null) {
                return null;
            }
            bytes[i] = one;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The bytes 80 to FF as Windows-1252 reads them; the five it does not know as control characters. */
    private static Map<Character, Byte> bytes() {
        Map<Character, Byte> bytes = new HashMap<>();
        Charset windows = Charset.forName("windows-1252");
        for (int b = 0x80; b <= 0xFF; b++) {
            char c = windows.decode(ByteBuffer.wrap(new byte[] {(byte) b})).get(0);
            bytes.put(c == '\uFFFD' ? (char) b : c, (byte) b);
            bytes.putIfAbsent((char) b, (byte) b);
        }
        return Map.copyOf(bytes);
    }
}
