package dev.comptoir.onnx;

import java.util.Set;

/** What a model folder is for, and the fields its settings file may have beside those of all kinds. */
enum ModelKind {
    EMBEDDER(
            "tokenizer",
            "maxTokens",
            "queryPrefix",
            "documentPrefix",
            "pooling",
            "normalize",
            "dimension",
            "batchExact"),
    RERANKER("tokenizer", "maxTokens"),
    CLASSIFIER("tokenizer", "maxTokens", "labels", "activation", "temperature"),
    RANKER("features", "batchExact");

    private final Set<String> fields;

    ModelKind(String... fields) {
        this.fields = Set.of(fields);
    }

    boolean allows(String field) {
        return fields.contains(field);
    }

    boolean readsText() {
        return this != RANKER;
    }
}
