package dev.comptoir.onnx.tokenize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds added tokens in a text, the leftmost first and of those the longest. Immutable; time linear in the text. */
final class AddedTokens {
    /** Receives a text piece by piece; each method answers {@code false} when no more is wanted. */
    interface Pieces {
        boolean text(int from, int to);

        boolean token(int id);
    }

    private static final class Node {
        final Map<Character, Node> children = new HashMap<>();

        @Nullable
        AddedToken token;
    }

    private record Match(AddedToken token, int end) {}

    private final Node root = new Node();

    /** The tokens are looked for as {@code form} writes their content. */
    AddedTokens(List<AddedToken> tokens, UnaryOperator<String> form) {
        for (AddedToken token : tokens) {
            String content = form.apply(token.content());
            Node node = root;
            for (int i = 0; i < content.length(); i++) {
                node = node.children.computeIfAbsent(content.charAt(i), c -> new Node());
            }
            if (node != root && node.token == null) {
                node.token = token;
            }
        }
    }

    /** Those that are looked for in the text as it stands. */
    static AddedTokens raw(List<AddedToken> tokens) {
        return new AddedTokens(
                tokens.stream().filter(token -> !token.normalized()).toList(), content -> content);
    }

    /** Those that are looked for in the normalised text. */
    static AddedTokens normalized(List<AddedToken> tokens, UnaryOperator<String> normalizer) {
        return new AddedTokens(tokens.stream().filter(AddedToken::normalized).toList(), normalizer);
    }

    boolean isEmpty() {
        return root.children.isEmpty();
    }

    /** Cuts the text at the tokens; {@code false} when the receiver stopped early. */
    boolean split(CharSequence text, Pieces out) {
        int done = 0;
        int at = isEmpty() ? text.length() : 0;
        while (at < text.length()) {
            Match match = longestAt(text, at);
            if (match == null) {
                at++;
                continue;
            }
            int start = at;
            int end = match.end();
            at = end;
            if (match.token().singleWord() && !standsAlone(text, start, end)) {
                continue;
            }
            if (match.token().stripLeft()) {
                while (start > done && CharClass.isWhitespace(text.charAt(start - 1))) {
                    start--;
                }
            }
            if (match.token().stripRight()) {
                while (end < text.length() && CharClass.isWhitespace(text.charAt(end))) {
                    end++;
                }
            }
            if (done < start && !out.text(done, start)) {
                return false;
            }
            if (!out.token(match.token().id())) {
                return false;
            }
            done = end;
        }
        return done >= text.length() || out.text(done, text.length());
    }

    private @Nullable Match longestAt(CharSequence text, int from) {
        Match longest = null;
        Node node = root.children.get(text.charAt(from));
        for (int next = from + 1; node != null; next++) {
            if (node.token != null) {
                longest = new Match(node.token, next);
            }
            node = next < text.length() ? node.children.get(text.charAt(next)) : null;
        }
        return longest;
    }

    private static boolean standsAlone(CharSequence text, int start, int end) {
        return (start == 0 || !CharClass.isWord(Character.codePointBefore(text, start)))
                && (end == text.length() || !CharClass.isWord(Character.codePointAt(text, end)));
    }
}
