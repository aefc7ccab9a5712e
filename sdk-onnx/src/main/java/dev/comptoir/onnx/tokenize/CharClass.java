package dev.comptoir.onnx.tokenize;

/** Character classes as the BERT tokenizers define them. */
final class CharClass {
    private CharClass() {}

    /** Unicode's property White_Space. */
    static boolean isWhitespace(int c) {
        return c == ' '
                || (c >= 0x9 && c <= 0xD)
                || (c >= 0x80
                        && (c == 0x85
                                || c == 0xA0
                                || c == 0x1680
                                || (c >= 0x2000 && c <= 0x200A)
                                || c == 0x2028
                                || c == 0x2029
                                || c == 0x202F
                                || c == 0x205F
                                || c == 0x3000));
    }

    /**
     * What cleaning removes: NUL, the replacement character, and controls, formats and private use but tab and line
     * ends.
     */
    static boolean isRemovedByCleaning(int c) {
        if (c < 0x20) {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (c < 0x7F) {
            return false;
        }
        return c == 0x7F || (c >= 0x80 && UnicodeTables.REMOVED_BY_CLEANING.contains(c));
    }

    static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
        }
        return UnicodeTables.PUNCTUATION.contains(c);
    }

    static boolean isNonSpacingMark(int c) {
        return c >= 0x300 && UnicodeTables.NON_SPACING_MARKS.contains(c);
    }

    /**
     * The ideographs that the reference sets apart; its fifth block begins at 2B920 where Unicode's begins at 2B820.
     */
    static boolean isChinese(int c) {
        return c >= 0x3400
                && ((c <= 0x4DBF)
                        || (c >= 0x4E00 && c <= 0x9FFF)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0x20000 && c <= 0x2A6DF)
                        || (c >= 0x2A700 && c <= 0x2B81F)
                        || (c >= 0x2B920 && c <= 0x2CEAF)
                        || (c >= 0x2F800 && c <= 0x2FA1F));
    }

    /** What a regular expression calls a word character. */
    static boolean isWord(int c) {
        if (Character.isAlphabetic(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.CONNECTOR_PUNCTUATION
                || c == 0x200C
                || c == 0x200D;
    }

    static int toLowerCase(int c) {
        return Character.toLowerCase(c);
    }

    /** A number of any kind: decimal digit, letter or other. */
    static boolean isNumeric(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** A combining mark of any kind. */
    static boolean isMark(int c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** A decimal digit. */
    static boolean isDigit(int c) {
        return category(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** The general category, as {@link Character#getType(int)} numbers them. */
    static int category(int c) {
        return Character.getType(c);
    }
}
