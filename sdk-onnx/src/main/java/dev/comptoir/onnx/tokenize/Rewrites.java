package dev.comptoir.onnx.tokenize;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** The normalizers that look at one code point at a time. */
final class Rewrites {
    private static final int CAPITAL_I_WITH_DOT = 0x130;

    private Rewrites() {}

    /* A passage whose first character is removed no longer counts as the beginning of the text: the reference asks
     * where the first character that is left came from. */

    static Passage lowercase(Passage passage) {
        String text = passage.text();
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == CAPITAL_I_WITH_DOT) {
                out.append("i\u0307");
            } else {
                out.appendCodePoint(CharClass.toLowerCase(c));
            }
        }
        return passage.withText(out.toString());
    }

    static Passage stripAccents(Passage passage) {
        return keep(passage, c -> !CharClass.isAccent(c));
    }

    static Passage strip(Passage passage, boolean left, boolean right) {
        String text = passage.text();
        int from = 0;
        int to = text.length();
        while (left && from < to && CharClass.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (right && to > from && CharClass.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return passage.part(from, to);
    }

    static Passage prepend(Passage passage, String prefix) {
        return passage.text().isEmpty() ? passage : passage.withText(prefix + passage.text());
    }

    /** Removes controls and makes a blank of every other space, as SentencePiece's rule nmt does. */
    static Passage nmt(Passage passage) {
        Passage kept = keep(
                passage,
                c -> !((c >= 1 && c <= 8)
                        || c == 0xB
                        || (c >= 0xE && c <= 0x1F)
                        || c == 0x7F
                        || c == 0x8F
                        || c == 0x9F));
        StringBuilder out = new StringBuilder(kept.text());
        for (int i = 0; i < out.length(); i++) {
            if (isBlankForNmt(out.charAt(i))) {
                out.setCharAt(i, ' ');
            }
        }
        return kept.withText(out.toString());
    }

    private static boolean isBlankForNmt(char c) {
        return switch (c) {
            case 0x9, 0xA, 0xC, 0xD, 0x1680, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD -> true;
            default -> c >= 0x200B && c <= 0x200F;
        };
    }

    static Passage bert(Passage passage, BertNormalizer normalizer) {
        String text = passage.text();
        StringBuilder out = new StringBuilder(text.length());
        CodePoints sink = c -> {
            out.appendCodePoint(c);
            return true;
        };
        int firstEnd = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        normalizer.normalize(text, 0, firstEnd, sink);
        boolean first = passage.first() && !out.isEmpty();
        normalizer.normalize(text, firstEnd, text.length(), sink);
        String done = out.toString();
        return new Passage(normalizer.decomposes() ? UnicodeForm.normalize(done, Normalizer.Form.NFD) : done, first);
    }

    private static Passage keep(Passage passage, IntPredicate kept) {
        String text = passage.text();
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(kept).forEach(out::appendCodePoint);
        boolean first = passage.first() && !text.isEmpty() && kept.test(text.codePointAt(0));
        return new Passage(out.toString(), first);
    }
}
