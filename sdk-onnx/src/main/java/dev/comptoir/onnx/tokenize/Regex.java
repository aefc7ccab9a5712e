package dev.comptoir.onnx.tokenize;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A regular expression that never matches the empty text. Immutable. */
final class Regex implements Delimiter {
    private static final int FAILED = -1;

    private final Node first;

    private Regex(Node first) {
        this.first = first;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException saying which part of it is not supported
     */
    static Regex of(String pattern) {
        return new Regex(new RegexReader(pattern).read());
    }

    /** Runs of word characters, and runs of what is neither word nor white space. */
    static Regex words() {
        return new Regex(choice(List.of(
                repeat(CharClass::isWord, 1, Integer.MAX_VALUE, false, end()),
                repeat(c -> !CharClass.isWord(c) && !CharClass.isWhitespace(c), 1, Integer.MAX_VALUE, false, end()))));
    }

    /* The JDK's own expressions know other Unicode releases on other JDKs and overflow the stack on long texts. Here
     * only single code points are repeated without bound, in a loop, so the stack is as deep as the pattern is long. */

    @Override
    public @Nullable Match find(String text, int from) {
        for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int end = first.match(text, at);
            if (end > at) {
                return new Match(at, end);
            }
        }
        return null;
    }

    /** A part of the pattern together with all that follows it. */
    @FunctionalInterface
    interface Node {
        /** The end of the match that begins at a place, or less than 0. */
        int match(String text, int at);
    }

    static Node end() {
        return (text, at) -> at;
    }

    static Node one(IntPredicate set, Node next) {
        return (text, at) -> {
            if (at == text.length()) {
                return FAILED;
            }
            int c = text.codePointAt(at);
            return set.test(c) ? next.match(text, at + Character.charCount(c)) : FAILED;
        };
    }

    /** As many as possible, then fewer, unless possessive. */
    static Node repeat(IntPredicate set, int min, int max, boolean possessive, Node next) {
        return (text, from) -> {
            int at = from;
            int count = 0;
            while (count < max && at < text.length() && set.test(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
                count++;
            }
            while (count >= min) {
                int end = next.match(text, at);
                if (end >= 0 || possessive || count == 0) {
                    return end;
                }
                at -= Character.charCount(text.codePointBefore(at));
                count--;
            }
            return FAILED;
        };
    }

    /** The first that matches. */
    static Node choice(List<Node> branches) {
        Node[] all = branches.toArray(new Node[0]);
        return (text, at) -> {
            for (Node branch : all) {
                int end = branch.match(text, at);
                if (end >= 0) {
                    return end;
                }
            }
            return FAILED;
        };
    }

    /** What follows must or must not match. */
    static Node lookAhead(Node what, boolean negative, Node next) {
        return (text, at) -> what.match(text, at) >= 0 != negative ? next.match(text, at) : FAILED;
    }
}
