package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Deadline;
import dev.comptoir.onnx.session.Head;
import dev.comptoir.onnx.session.TextModel;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.comptoir.onnx.tokenize.Tokens;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A model that gives a few numbers for a text or a pair of texts, always one a run. Thread-safe. */
final class TextLogits implements AutoCloseable {
    private final ModelFolder folder;
    private final Tokenizer tokenizer;
    private final TextModel model;
    private final Crew crew;
    private final int maxTokens;

    private TextLogits(ModelFolder folder, Tokenizer tokenizer, TextModel model, Crew crew, int maxTokens) {
        this.folder = folder;
        this.tokenizer = tokenizer;
        this.model = model;
        this.crew = crew;
        this.maxTokens = maxTokens;
    }

    /**
     * Opens a folder.
     *
     * @param texts how many texts each call has at most, 1 or 2
     */
    static TextLogits open(Path path, ModelKind kind, RunSettings run, int texts) {
        ModelFolder folder = new ModelFolder(path, kind);
        Tokenizer tokenizer = folder.tokenizer();
        // A pair may have three special tokens or four, and needs a token of each text.
        int least = tokenizer.specialTokens() + (texts == 1 ? 1 : 4);
        int maxTokens = run.maxTokens(folder.settings(), least);
        TextModel model = TextModel.open(folder.model(), Head.LOGITS, run.limits());
        return new TextLogits(folder, tokenizer, model, run.crew(), maxTokens);
    }

    ModelSettings settings() {
        return folder.settings();
    }

    String name() {
        return folder.name();
    }

    Tokens tokens(String text) {
        return tokenizer.encode(text, maxTokens);
    }

    Tokens tokens(String first, String second) {
        return tokenizer.encodePair(first, second, maxTokens);
    }

    /** What a model makes of the longest text or pair, to know that it works: how many numbers it gives. */
    int tryOut(boolean pair) {
        String longest = "a ".repeat(maxTokens);
        return of(pair ? tokens(longest, longest) : tokens(longest), Deadline.none()).length;
    }

    float[] of(Tokens tokens, Deadline deadline) {
        float[] logits = model.run(tokens, deadline).first();
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new ModelException(
                        ErrorCode.MODEL_CORRUPT,
                        "The model " + name() + " gave values that are not finite numbers for " + tokens.size()
                                + " tokens. Maybe the file is damaged?");
            }
        }
        return logits;
    }

    void all(int parts, IntConsumer part) {
        crew.all(parts, part);
    }

    @Override
    public void close() {
        crew.close();
        model.close();
    }
}
