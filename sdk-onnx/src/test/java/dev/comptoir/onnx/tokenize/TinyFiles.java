package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whole files of {@code tokenizer.json} around small models. */
final class TinyFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TinyFiles() {}

    /** A file of these parts, written with single quotes; an empty text is no part. */
    static ObjectNode file(ObjectNode model, String normalizer, String preTokenizer, String postProcessor) {
        ObjectNode file = JSON.createObjectNode();
        file.put("version", "1.0");
        file.putNull("truncation");
        file.putNull("padding");
        file.putArray("added_tokens");
        file.set("normalizer", part(normalizer));
        file.set("pre_tokenizer", part(preTokenizer));
        file.set("post_processor", part(postProcessor));
        file.putNull("decoder");
        file.set("model", model);
        return file;
    }

    static JsonNode part(String text) {
        try {
            return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static ObjectNode add(ObjectNode file, int id, String content, boolean left, boolean normalized) {
        file.withArray("added_tokens")
                .addObject()
                .put("id", id)
                .put("content", content)
                .put("single_word", false)
                .put("lstrip", left)
                .put("rstrip", false)
                .put("normalized", normalized)
                .put("special", !normalized);
        return file;
    }
}
