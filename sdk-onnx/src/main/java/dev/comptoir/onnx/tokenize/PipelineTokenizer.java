package dev.comptoir.onnx.tokenize;

import java.util.List;
import java.util.OptionalInt;

/** Added tokens, normalizer, pre-tokenizer, model and special tokens, each as the file says. */
final class PipelineTokenizer implements Tokenizer {
    private static final char REPLACEMENT = '\uFFFD';

    private final AddedTokens rawTokens;
    private final AddedTokens normalizedTokens;
    private final TextNormalizer normalizer;
    private final PreTokenizer preTokenizer;
    private final PieceModel model;
    private final Surroundings surroundings;

    PipelineTokenizer(
            List<AddedToken> added,
            TextNormalizer normalizer,
            PreTokenizer preTokenizer,
            PieceModel model,
            Surroundings surroundings) {
        this.rawTokens = AddedTokens.raw(added);
        this.normalizedTokens = AddedTokens.normalized(
                added,
                content -> normalizer.normalize(new Passage(content, true)).text());
        this.normalizer = normalizer;
        this.preTokenizer = preTokenizer;
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
        PieceModel.Cutter cutter = model.into(ids);
        Passage whole = new Passage(wellFormed(text), true);
        rawTokens.split(whole.text(), new AddedTokens.Pieces() {
            @Override
            public boolean text(int from, int to) {
                return cut(normalizer.normalize(whole.part(from, to)), cutter, ids);
            }

            @Override
            public boolean token(int id) {
                return ids.add(id);
            }
        });
    }

    private boolean cut(Passage passage, PieceModel.Cutter cutter, Ids ids) {
        return normalizedTokens.split(passage.text(), new AddedTokens.Pieces() {
            @Override
            public boolean text(int from, int to) {
                return preTokenizer.cut(
                        passage.part(from, to), word -> word.text().isEmpty() || cutter.cut(word.text()));
            }

            @Override
            public boolean token(int id) {
                return ids.add(id);
            }
        });
    }

    private static String wellFormed(String text) {
        StringBuilder out = null;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(at, REPLACEMENT);
            }
            at += Character.charCount(c);
        }
        return out == null ? text : out.toString();
    }
}
