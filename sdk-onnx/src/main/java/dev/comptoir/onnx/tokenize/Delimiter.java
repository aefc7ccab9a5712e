package dev.comptoir.onnx.tokenize;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the places where a text is cut. Implementations are immutable. */
@FunctionalInterface
interface Delimiter {
    /** A match, never empty. */
    record Match(int start, int end) {}

    /** The first match that begins at or after a place, or {@code null}. */
    @Nullable
    Match find(String text, int from);

    /** Every code point of a kind, each on its own. */
    static Delimiter each(IntPredicate kind) {
        return (text, from) -> {
            for (int at = from; at < text.length(); ) {
                int c = text.codePointAt(at);
                int end = at + Character.charCount(c);
                if (kind.test(c)) {
                    return new Match(at, end);
                }
                at = end;
            }
            return null;
        };
    }

    /** A text as it stands. */
    static Delimiter literal(String literal) {
        return (text, from) -> {
            int at = text.indexOf(literal, from);
            return at < 0 ? null : new Match(at, at + literal.length());
        };
    }
}
