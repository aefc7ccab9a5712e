package dev.comptoir.onnx.tokenize;

import dev.comptoir.error.ModelException;
import java.util.OptionalInt;

/**
 * Cuts text into the ids that a model was trained with: the same ids as the Hugging Face tokenizer that wrote the
 * {@code tokenizer.json}.
 *
 * <p>Time is linear in the text, or n log n in one word for byte pairs. Lone surrogates count as the replacement
 * character. Immutable and thread-safe.
 */
public sealed interface Tokenizer permits WordPieceTokenizer, PipelineTokenizer {
    /**
     * Reads a {@code tokenizer.json}.
     *
     * @param json the file's bytes, UTF-8
     * @param source how messages name the file
     * @throws ModelException {@code MODEL_CORRUPT} if it is no such file, {@code MODEL_UNSUPPORTED} naming the part if
     *     some part of it is of a kind that would give other ids than the reference
     */
    static Tokenizer read(byte[] json, String source) {
        return new TokenizerFile(source).read(json);
    }

    /** Number of special tokens that surround every text; the smallest limit is one more. */
    int specialTokens();

    /** Most tokens of a text, special ones included, that the file itself asks for; empty where it names no limit. */
    OptionalInt maxTokens();

    /**
     * The tokens of a text, at most {@code maxTokens} of them with the special ones; what is over is left out at the
     * side that the file names, nearly always the end. The limit is each call's, whatever the file's own; padding in
     * the file is left aside.
     *
     * @throws IllegalArgumentException if {@code maxTokens} leaves no room for the text
     */
    Tokens encode(String text, int maxTokens);

    /**
     * The tokens of two texts in one row, as the file's template for pairs says, with the segment id of each: a question and
     * what might answer it, a premise and what might follow. Where both are too long, the texts are cut as the file says:
     * the longer first, or only one of them; where the other alone leaves no room, both.
     *
     * @throws IllegalArgumentException if {@code maxTokens} leaves no room for both
     * @throws ModelException {@code MODEL_UNSUPPORTED} if the file has no template for pairs
     */
    Tokens encodePair(String first, String second, int maxTokens);
}
