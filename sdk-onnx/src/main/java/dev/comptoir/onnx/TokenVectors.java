package dev.comptoir.onnx;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.comptoir.onnx.session.Activations;
import dev.comptoir.onnx.session.Deadline;
import dev.comptoir.onnx.session.TextModel;
import dev.comptoir.onnx.tokenize.Tokenizer;
import dev.comptoir.onnx.tokenize.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One vector of what a model gives for a text's tokens. Thread-safe. */
final class TokenVectors {
    /** Measured: longer batches gain nothing more on one core. */
    private static final int LARGEST_BATCH = 8;

    private static final int LARGEST_BATCH_TOKENS = 4096;

    private final TextModel model;
    private final String name;
    private final Pooling pooling;
    private final boolean normalize;

    TokenVectors(TextModel model, String name, Pooling pooling, boolean normalize) {
        this.model = model;
        this.name = name;
        this.pooling = pooling;
        this.normalize = normalize;
    }

    /** The vector of a text that is alone in its run. */
    float[] of(Tokens text, Deadline deadline) {
        return vector(model.run(text, deadline), text.size());
    }

    /** The vectors of texts of equal length in one run. */
    List<float[]> together(List<Tokens> texts, Deadline deadline) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (Activations activations : model.run(texts, deadline)) {
            vectors.add(vector(activations, texts.get(0).size()));
        }
        return vectors;
    }

    /** Most texts of so many tokens in a run. */
    static int batchOf(int tokens) {
        return Math.max(1, Math.min(LARGEST_BATCH, LARGEST_BATCH_TOKENS / tokens));
    }

    /**
     * Tries the claim that texts of equal length have the same vectors together as alone.
     *
     * @throws ModelException {@code MODEL_UNSUPPORTED} if they have not
     */
    void checkBatches(Tokenizer tokenizer, int maxTokens) {
        for (int tokens : new int[] {9, 24}) {
            int length = Math.min(tokens, maxTokens);
            List<Tokens> texts = new ArrayList<>();
            for (String unit : new String[] {"a b ", "12 , e ", "x ? 7 ! "}) {
                texts.add(tokenizer.encode(unit.repeat(length), length));
            }
            List<float[]> together = together(texts, Deadline.none());
            for (int i = 0; i < texts.size(); i++) {
                if (!Arrays.equals(together.get(i), of(texts.get(i), Deadline.none()))) {
                    throw new ModelException(
                            ErrorCode.MODEL_UNSUPPORTED,
                            "The model " + name + " gives other vectors in a batch than alone, but "
                                    + ModelSettings.FILE + " says batchExact. Maybe it is quantised?");
                }
            }
        }
    }

    private float[] vector(Activations activations, int tokens) {
        float[] vector = switch (pooling) {
            case MEAN -> activations.mean();
            case CLS -> activations.first();
            case LAST -> activations.last();
        };
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!Double.isFinite(squares) || (normalize && squares == 0)) {
            throw new ModelException(
                    ErrorCode.MODEL_CORRUPT,
                    "The model " + name + " gave "
                            + (squares == 0 ? "zeros only" : "values that are not finite numbers") + " for a text of "
                            + tokens + " tokens. Maybe the file is damaged?");
        }
        if (normalize) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }
}
