package dev.comptoir.onnx.tokenize;

/** Character classes as the BERT tokenizers define them. */
final class CharClass {
    private static final int FIRST_NEWER_CAPITAL = 0x1C89;

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

    /** What added tokens and the pre-tokenizer Whitespace take for a word character. */
    static boolean isWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        }
        return isWordBeyondAscii(c) || c == 0x200C || c == 0x200D;
    }

    /** What patterns take for a word character within brackets: no joiners. */
    static boolean isWordInClass(int c) {
        return c < 0x80 ? isWord(c) : isWordBeyondAscii(c);
    }

    /** What patterns take for a word character outside of brackets: raised digits and fractions of Latin-1 too. */
    static boolean isWordInPattern(int c) {
        return isWordInClass(c) || c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE);
    }

    private static boolean isWordBeyondAscii(int c) {
        return switch (UnicodeData.category(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            // Letters in circles and squares.
            default ->
                (c >= 0x24B6 && c <= 0x24E9)
                        || (c >= 0x1F130 && c <= 0x1F149)
                        || (c >= 0x1F150 && c <= 0x1F169)
                        || (c >= 0x1F170 && c <= 0x1F189);
        };
    }

    /** A number of any kind: decimal digit, letter or other. */
    static boolean isNumeric(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9';
        }
        int category = UnicodeData.category(c);
        return category == Character.DECIMAL_DIGIT_NUMBER
                || category == Character.LETTER_NUMBER
                || category == Character.OTHER_NUMBER;
    }

    /** A decimal digit. */
    static boolean isDigit(int c) {
        return UnicodeData.category(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** A combining mark of any kind. */
    static boolean isMark(int c) {
        if (c < 0x300) {
            return false;
        }
        int category = UnicodeData.category(c);
        return category == Character.NON_SPACING_MARK
                || category == Character.COMBINING_SPACING_MARK
                || category == Character.ENCLOSING_MARK;
    }

    /** A combining mark of Unicode 9; three code points were of another kind then. */
    static boolean isAccent(int c) {
        return (isMark(c) && UnicodeData.isOfUnicode9(c) && c != 0x111C9) || c == 0x1CF2 || c == 0x1CF3;
    }

    /** The lower case letter of Unicode 16, which is later than some JDKs. */
    static int toLowerCase(int c) {
        if (c < FIRST_NEWER_CAPITAL) {
            return Character.toLowerCase(c);
        }
        return switch (c) {
            case 0x1C89, 0xA7C0, 0xA7CC, 0xA7D0, 0xA7D6, 0xA7D8, 0xA7DA -> c + 1;
            case 0x2C2F -> 0x2C5F;
            case 0xA7CB -> 0x264;
            case 0xA7DC -> 0x19B;
            default -> {
                boolean capital = UnicodeData.category(c) == Character.UPPERCASE_LETTER;
                if (capital && c >= 0x10570 && c <= 0x10595) {
                    yield c + 0x27;
                }
                if (capital && c >= 0x10D50 && c <= 0x10D65) {
                    yield c + 0x20;
                }
                yield UnicodeData.category(c) == Character.UNASSIGNED ? c : Character.toLowerCase(c);
            }
        };
    }
}
