package dev.comptoir.onnx;

import java.util.Set;

/** What a model folder is for. */
enum ModelKind {
    EMBEDDER,
    RERANKER,
    CLASSIFIER,
    RANKER;

    private static final Set<String> EMBEDDERS = Set.of(
            "tokenizer",
            "maxTokens",
            "queryPrefix",
            "documentPrefix",
            "pooling",
            "normalize",
            "dimension",
            "batchExact");
    private static final Set<String> RERANKERS = Set.of("tokenizer", "maxTokens");
    private static final Set<String> CLASSIFIERS =
            Set.of("tokenizer", "maxTokens", "labels", "activation", "temperature");
    private static final Set<String> RANKERS = Set.of("features", "batchExact");

    /** Whether its settings file may have this field, beside those of all kinds. */
    boolean allows(String field) {
        return switch (this) {
            case EMBEDDER -> EMBEDDERS.contains(field);
            case RERANKER -> RERANKERS.contains(field);
            case CLASSIFIER -> CLASSIFIERS.contains(field);
            case RANKER -> RANKERS.contains(field);
        };
    }

    boolean readsText() {
        return this != RANKER;
    }
}
