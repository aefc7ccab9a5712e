package dev.comptoir.onnx.tokenize;

import dev.comptoir.error.ModelException;
import java.util.List;

/**
 * Cuts text into the ids that a model of the BERT family was trained with: the same ids as the Hugging Face tokenizer
 * that wrote the {@code tokenizer.json}.
 *
 * <p>Time is linear in the text up to its last token within the limit; the rest is not worked on. Lone surrogates count
 * as the replacement character. Settings of padding and of the longest text in the file are left aside: the limit is
 * each call's. Immutable and thread-safe.
 */
public final class WordPieceTokenizer {
    private final AddedTokens rawTokens;
    private final AddedTokens normalizedTokens;
    private final BertNormalizer normalizer;
    private final Vocabulary vocabulary;
    private final int maxWord;
    private final Frame frame;

    WordPieceTokenizer(
            List<AddedToken> added, BertNormalizer normalizer, Vocabulary vocabulary, int maxWord, Frame frame) {
        this.rawTokens = new AddedTokens(
                added.stream().filter(token -> !token.normalized()).toList(), content -> content);
        this.normalizedTokens = new AddedTokens(
                added.stream().filter(AddedToken::normalized).toList(),
                content -> normalized(normalizer, content, 0, content.length()));
        this.normalizer = normalizer;
        this.vocabulary = vocabulary;
        this.maxWord = maxWord;
        this.frame = frame;
    }

    /**
     * Reads a {@code tokenizer.json}.
     *
     * @param json the file's bytes, UTF-8
     * @param source how messages name the file
     * @throws ModelException {@code MODEL_CORRUPT} if it is no such file, {@code MODEL_UNSUPPORTED} naming the part if
     *     some part of it is of a kind that would give other ids than the reference
     */
    public static WordPieceTokenizer read(byte[] json, String source) {
        return new TokenizerFile(source).read(json);
    }

    /** Number of special tokens that surround every text; the smallest limit is one more. */
    public int specialTokens() {
        return frame.size();
    }

    /**
     * The tokens of a text, at most {@code maxTokens} of them with the special ones; what is over is left out at the
     * end.
     *
     * @throws IllegalArgumentException if {@code maxTokens} leaves no room for the text
     */
    public Tokens encode(String text, int maxTokens) {
        int room = maxTokens - frame.size();
        if (room < 1) {
            throw new IllegalArgumentException("maxTokens is " + maxTokens + ", but the special tokens alone are "
                    + frame.size() + "; at least " + (frame.size() + 1) + " are needed.");
        }
        WordCutter cutter = new WordCutter(vocabulary, maxWord, normalizer.decomposes(), room);
        rawTokens.split(text, new AddedTokens.Pieces() {
            @Override
            public boolean text(int from, int to) {
                return cut(text, from, to, cutter);
            }

            @Override
            public boolean token(int id) {
                return cutter.add(id);
            }
        });
        return frame.around(cutter);
    }

    private boolean cut(String text, int from, int to, WordCutter cutter) {
        if (normalizedTokens.isEmpty()) {
            return normalizer.normalize(text, from, to, cutter) && cutter.endWord();
        }
        String piece = normalized(normalizer, text, from, to);
        return normalizedTokens.split(piece, new AddedTokens.Pieces() {
            @Override
            public boolean text(int start, int end) {
                return BertNormalizer.none().normalize(piece, start, end, cutter) && cutter.endWord();
            }

            @Override
            public boolean token(int id) {
                return cutter.add(id);
            }
        });
    }

    private static String normalized(BertNormalizer normalizer, String text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        normalizer.normalize(text, from, to, c -> {
            out.appendCodePoint(c);
            return true;
        });
        return out.toString();
    }
}
