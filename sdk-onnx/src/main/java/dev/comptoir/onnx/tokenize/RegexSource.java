package dev.comptoir.onnx.tokenize;

/** A pattern and how far it is read. Not thread-safe. */
final class RegexSource {
    private final String pattern;
    private int at;

    RegexSource(String pattern) {
        this.pattern = pattern;
    }

    boolean atEnd() {
        return at == pattern.length();
    }

    char peek() {
        return pattern.charAt(at);
    }

    int codePoint() {
        if (atEnd()) {
            throw unsupported("an end in the middle");
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    boolean take(char c) {
        return take(String.valueOf(c));
    }

    boolean take(String text) {
        if (!pattern.startsWith(text, at)) {
            return false;
        }
        at += text.length();
        return true;
    }

    int number() {
        int from = at;
        while (!atEnd() && peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (from == at || at - from > 4) {
            throw unsupported("these bounds of a repetition");
        }
        return Integer.parseInt(pattern.substring(from, at));
    }

    /** What stands before the given end mark, which is taken too. */
    String until(char end) {
        int to = pattern.indexOf(end, at);
        if (to < 0) {
            throw unsupported("an end in the middle");
        }
        String text = pattern.substring(at, to);
        at = to + 1;
        return text;
    }

    IllegalArgumentException unsupported(String what) {
        return new IllegalArgumentException("the pattern " + pattern + " needs " + what + " (at character " + at + ")");
    }
}
