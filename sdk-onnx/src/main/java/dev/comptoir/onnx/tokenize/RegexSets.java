package dev.comptoir.onnx.tokenize;

import java.util.function.IntPredicate;

/** Reads sets of code points: single ones, classes in brackets, and escapes. Not thread-safe. */
final class RegexSets {
    private static final String SPECIAL = "^$*+?{}])";
    private static final int DEEPEST = 8;

    private final RegexSource pattern;

    RegexSets(RegexSource pattern) {
        this.pattern = pattern;
    }

    IntPredicate next(boolean ignoreCase) {
        if (pattern.take('[')) {
            if (ignoreCase) {
                throw pattern.unsupported("a class that ignores case");
            }
            return quick(classInBrackets(0));
        }
        if (pattern.take('\\')) {
            return quick(escape(CharClass::isWordInPattern));
        }
        if (pattern.take('.')) {
            return c -> c != '\n';
        }
        int literal = pattern.codePoint();
        if (SPECIAL.indexOf(literal) >= 0) {
            throw pattern.unsupported("the sign " + (char) literal);
        }
        return ignoreCase ? c -> folded(c) == folded(literal) : c -> c == literal;
    }

    private static int folded(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Answers for ASCII, most of what is asked, from two words of bits. */
    private static IntPredicate quick(IntPredicate set) {
        long low = bits(set, 0);
        long high = bits(set, 64);
        return c -> c < 128 ? (((c < 64 ? low : high) >>> (c & 63)) & 1) == 1 : set.test(c);
    }

    private static long bits(IntPredicate set, int from) {
        long bits = 0;
        for (int i = 0; i < 64; i++) {
            bits |= set.test(from + i) ? 1L << i : 0;
        }
        return bits;
    }

    private IntPredicate classInBrackets(int depth) {
        if (depth > DEEPEST) {
            throw pattern.unsupported("classes nested more than " + DEEPEST + " deep");
        }
        boolean negative = pattern.take('^');
        IntPredicate all = c -> false;
        boolean empty = true;
        while (empty || !pattern.take(']')) {
            if (pattern.take("[:") || pattern.take("&&")) {
                throw pattern.unsupported("this kind of class");
            }
            all = all.or(pattern.take('[') ? classInBrackets(depth + 1) : member());
            empty = false;
        }
        return negative ? all.negate() : all;
    }

    private IntPredicate member() {
        int first;
        if (pattern.take('\\')) {
            int literal = literalEscape();
            if (literal < 0) {
                return escape(CharClass::isWordInClass);
            }
            first = literal;
        } else {
            first = pattern.codePoint();
        }
        if (!pattern.take('-')) {
            return c -> c == first;
        }
        if (!pattern.atEnd() && pattern.peek() == ']') {
            return c -> c == first || c == '-';
        }
        int last = pattern.take('\\') ? literalEscape() : pattern.codePoint();
        if (last < first) {
            throw pattern.unsupported("this range");
        }
        return c -> c >= first && c <= last;
    }

    private IntPredicate escape(IntPredicate word) {
        if (!pattern.atEnd() && (pattern.peek() == 'p' || pattern.peek() == 'P')) {
            boolean negative = pattern.codePoint() == 'P';
            if (!pattern.take('{')) {
                throw pattern.unsupported("a property without braces");
            }
            negative ^= pattern.take('^');
            IntPredicate property = CodePointProperty.of(pattern.until('}'), pattern);
            return negative ? property.negate() : property;
        }
        int literal = literalEscape();
        if (literal >= 0) {
            return c -> c == literal;
        }
        return switch (pattern.codePoint()) {
            case 's' -> CharClass::isWhitespace;
            case 'S' -> c -> !CharClass.isWhitespace(c);
            case 'd' -> CharClass::isDigit;
            case 'D' -> c -> !CharClass.isDigit(c);
            case 'w' -> word;
            case 'W' -> word.negate();
            default -> throw pattern.unsupported("this escape");
        };
    }

    /** The code point that an escape stands for, or -1 where it is a set, which is then left to be read. */
    private int literalEscape() {
        if (pattern.atEnd()) {
            throw pattern.unsupported("an end in the middle");
        }
        char sign = pattern.peek();
        int literal = switch (sign) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'f' -> '\f';
            default -> sign < 128 && !Character.isLetterOrDigit(sign) ? sign : -1;
        };
        if (literal >= 0) {
            pattern.codePoint();
            return literal;
        }
        if (sign == 'x' || sign == 'u') {
            pattern.codePoint();
            return hexadecimal(sign);
        }
        return -1;
    }

    private int hexadecimal(char sign) {
        StringBuilder digits = new StringBuilder();
        if (sign == 'x' && pattern.take('{')) {
            digits.append(pattern.until('}'));
        } else {
            for (int i = 0; i < (sign == 'x' ? 2 : 4); i++) {
                digits.appendCodePoint(pattern.codePoint());
            }
        }
        try {
            return Integer.parseUnsignedInt(digits.toString(), 16);
        } catch (NumberFormatException e) {
            throw pattern.unsupported("the hexadecimal number " + digits);
        }
    }
}
