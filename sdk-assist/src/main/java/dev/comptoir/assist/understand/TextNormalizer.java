package dev.comptoir.assist.understand;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Gives equal words equal characters. Pure functions, linear in the length of the text. */
public final class TextNormalizer {
    /** More accents than any language stacks on a letter; normalising endless stacks takes quadratic time. */
    private static final int MAX_MARKS = 8;

    private TextNormalizer() {}

    /**
     * Compatibility characters unified (NFKC), typographic quotes and dashes made plain, ligatures spelt out, invisible
     * and control characters removed, runs of blanks collapsed; line breaks, case and accents stay. Halves of characters
     * become question marks.
     */
    public static String clean(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String composed = composed(withoutStackedMarks(whole));
        StringBuilder out = new StringBuilder(composed.length());
        boolean blank = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\u2028' || c == '\u2029') {
                trimEnd(out);
                out.append('\n');
                blank = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!blank && c != '\r') {
                    out.append(' ');
                    blank = true;
                }
            } else if (!isInvisible(c)) {
                append(out, c);
                blank = false;
            }
        }
        return out.toString().strip();
    }

    /** Lower case without accents, and everything that is neither letter nor digit turned into single spaces. */
    public static String fold(String text) {
        String decomposed = Normalizer.normalize(clean(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(decomposed.length());
        boolean blank = true;
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
                blank = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !blank) {
                out.append(' ');
                blank = true;
            }
        }
        return out.toString().stripTrailing();
    }

    /** Whether there is at least one letter or digit. */
    public static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** One character can stand for eighteen: a text that grows so is no writing, and keeps its compatibility characters. */
    private static String composed(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return composed.length() <= 2 * text.length() + 64 ? composed : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String withoutStackedMarks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks <= MAX_MARKS) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static void trimEnd(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || c == 0xFE0F;
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u2032', '\u00B4', '`' -> out.append('\'');
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> out.append('"');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> out.append('-');
            case '\u0153' -> out.append("oe");
            case '\u0152' -> out.append("OE");
            case '\u00E6' -> out.append("ae");
            case '\u00C6' -> out.append("AE");
            default -> out.appendCodePoint(c);
        }
    }
}
