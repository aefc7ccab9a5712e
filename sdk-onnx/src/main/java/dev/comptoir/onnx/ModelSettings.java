package dev.comptoir.onnx;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model folder says about itself; null and empty where it says nothing.
 *
 * @param model the model's file, relative to the folder
 * @param tokenizer the tokenizer's
 * @param dimension values in a vector
 * @param sha256 hashes of files, by name
 */
record ModelSettings(
        String model,
        String tokenizer,
        @Nullable Integer maxTokens,
        @Nullable String queryPrefix,
        @Nullable String documentPrefix,
        @Nullable Pooling pooling,
        @Nullable Boolean normalize,
        @Nullable Integer dimension,
        boolean batchExact,
        List<String> labels,
        Activation activation,
        double temperature,
        List<String> features,
        Map<String, String> sha256) {
    static final String FILE = "comptoir-model.json";
    static final String MODEL_FILE = "model.onnx";
    static final String TOKENIZER_FILE = "tokenizer.json";
    static final int LARGEST_MAX_TOKENS = 8192;

    ModelSettings {
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        sha256 = Map.copyOf(sha256);
    }

    /** Of a folder without the file. */
    static ModelSettings none() {
        return new ModelSettings(
                MODEL_FILE,
                TOKENIZER_FILE,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                Activation.SOFTMAX,
                1,
                List.of(),
                Map.of());
    }
}
