package dev.comptoir.onnx.tokenize;

import java.text.Normalizer;

/** Cleans, sets ideographs apart, strips accents and lower-cases, one code point at a time. Immutable. */
final class BertNormalizer {
    private static final int FIRST_WITH_DECOMPOSITION = 0xC0;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int DOT_ABOVE = 0x307;

    private final boolean cleanText;
    private final boolean chineseChars;
    private final boolean stripAccents;
    private final boolean lowercase;

    BertNormalizer(boolean cleanText, boolean chineseChars, boolean stripAccents, boolean lowercase) {
        this.cleanText = cleanText;
        this.chineseChars = chineseChars;
        this.stripAccents = stripAccents;
        this.lowercase = lowercase;
    }

    /** No change at all. */
    static BertNormalizer none() {
        return new BertNormalizer(false, false, false, false);
    }

    /** Whether words come out in canonical decomposition and so may need their combining marks put in order. */
    boolean decomposes() {
        return stripAccents;
    }

    /** Sends the normalised text to the sink until it wants no more; {@code false} when it stopped early. */
    boolean normalize(CharSequence text, int from, int to, CodePoints sink) {
        int at = from;
        while (at < to) {
            int c = Character.codePointAt(text, at);
            at += Character.charCount(c);
            if (!one(c, sink)) {
                return false;
            }
        }
        return true;
    }

    private boolean one(int raw, CodePoints sink) {
        int c = raw >= Character.MIN_SURROGATE && raw <= Character.MAX_SURROGATE ? REPLACEMENT : raw;
        if (cleanText) {
            if (CharClass.isRemovedByCleaning(c)) {
                return true;
            }
            if (CharClass.isWhitespace(c)) {
                return sink.accept(' ');
            }
        }
        if (chineseChars && CharClass.isChinese(c)) {
            return sink.accept(' ') && decompose(c, sink) && sink.accept(' ');
        }
        return decompose(c, sink);
    }

    private boolean decompose(int c, CodePoints sink) {
        if (!stripAccents || c < FIRST_WITH_DECOMPOSITION) {
            return lower(c, sink);
        }
        String parts = UnicodeForm.normalize(Character.toString(c), Normalizer.Form.NFD);
        for (int at = 0; at < parts.length(); ) {
            int part = parts.codePointAt(at);
            at += Character.charCount(part);
            if (!CharClass.isNonSpacingMark(part) && !lower(part, sink)) {
                return false;
            }
        }
        return true;
    }

    private boolean lower(int c, CodePoints sink) {
        if (!lowercase) {
            return sink.accept(c);
        }
        if (c == CAPITAL_I_WITH_DOT) {
            return sink.accept('i') && sink.accept(DOT_ABOVE);
        }
        return sink.accept(CharClass.toLowerCase(c));
    }
}
