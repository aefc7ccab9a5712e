package dev.comptoir.onnx.tokenize;

import java.util.List;
import java.util.OptionalInt;

/**
 * WordPiece with the normalizer and pre-tokenizer of BERT, in one pass.
 *
 * <p>Time is linear in the text up to its last token within the limit; the rest is not worked on.
 */
final class WordPieceTokenizer implements Tokenizer {
    private final AddedTokens rawTokens;
    private final AddedTokens normalizedTokens;
    private final BertNormalizer normalizer;
    private final WordPieceModel model;
    private final Surroundings surroundings;

    WordPieceTokenizer(
            List<AddedToken> added, BertNormalizer normalizer, WordPieceModel model, Surroundings surroundings) {
        this.rawTokens = AddedTokens.raw(added);
        this.normalizedTokens =
                AddedTokens.normalized(added, content -> normalized(normalizer, content, 0, content.length()));
        this.normalizer = normalizer;
        this.model = model;
        this.surroundings = surroundings;
    }

    @Override
    public int specialTokens() {
        return surroundings.frame().specials();
    }

    @Override
    public OptionalInt maxTokens() {
        return surroundings.cut().maxTokens();
    }

    @Override
    public Tokens encode(String text, int maxTokens) {
        return surroundings.one(text, maxTokens, this::cut);
    }

    @Override
    public Tokens encodePair(String first, String second, int maxTokens) {
        return surroundings.two(first, second, maxTokens, this::cut);
    }

    private void cut(String text, Ids ids) {
        WordCutter cutter = new WordCutter(model.vocabulary(), model.maxWord(), normalizer.decomposes(), ids);
        rawTokens.split(text, new AddedTokens.Pieces() {
            @Override
            public boolean text(int from, int to) {
                return cut(text, from, to, cutter, ids);
            }

            @Override
            public boolean token(int id) {
                return ids.add(id);
            }
        });
    }

    private boolean cut(String text, int from, int to, WordCutter cutter, Ids ids) {
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
                return ids.add(id);
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
