package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whole files of {@code tokenizer.json} around small models. */
final class TinyFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands for a single quote within a text. */
    private static final String QUOTE = "\uE123";

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
            return text.isEmpty()
                    ? JSON.nullNode()
                    : JSON.readTree(text.replace('\'', '"').replace(QUOTE, "'"));
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

    /** Bytes one by one, so that no difference between two rewritten texts stays hidden. */
    static ObjectNode bytes(String normalizer) {
        return file(TinyVocabularies.byteLevelBpe(1, 0), normalizer, byteLevel(false, false), "");
    }

    /** Bytes one by one, a blank before each word that the given part cuts. */
    static ObjectNode words(String preTokenizer) {
        String sequence =
                "{'type': 'Sequence', 'pretokenizers': [" + preTokenizer + ", " + byteLevel(true, false) + "]}";
        return file(TinyVocabularies.byteLevelBpe(1, 0), "", sequence, "");
    }

    static String byteLevel(boolean prefixSpace, boolean regex) {
        return "{'type': 'ByteLevel', 'add_prefix_space': " + prefixSpace + ", 'trim_offsets': true, 'use_regex': "
                + regex + "}";
    }

    static String metaspace(String scheme, boolean split) {
        return "{'type': 'Metaspace', 'replacement': '▁', 'prepend_scheme': '" + scheme + "', 'split': " + split + "}";
    }

    static String precompiled(String base64) {
        return "{'type': 'Precompiled', 'precompiled_charsmap': '" + base64 + "'}";
    }

    static String normalizers(String... parts) {
        return "{'type': 'Sequence', 'normalizers': [" + String.join(", ", parts) + "]}";
    }

    /** {@code <s>} 0 before and {@code </s>} 1 after the text. */
    static String template() {
        return """
                {'type': 'TemplateProcessing',
                 'single': [{'SpecialToken': {'id': '<s>', 'type_id': 0}}, {'Sequence': {'id': 'A', 'type_id': 0}},
                   {'SpecialToken': {'id': '</s>', 'type_id': 0}}],
                 'pair': [{'Sequence': {'id': 'A', 'type_id': 0}}, {'Sequence': {'id': 'B', 'type_id': 0}}],
                 'special_tokens': {'<s>': {'id': '<s>', 'ids': [0], 'tokens': ['<s>']},
                   '</s>': {'id': '</s>', 'ids': [1], 'tokens': ['</s>']}}}""";
    }

    /** A pre-tokenizer that cuts by a pattern. */
    static String split(String regex, String behavior, boolean invert) {
        ObjectNode split = JSON.createObjectNode()
                .put("type", "Split")
                .put("behavior", behavior)
                .put("invert", invert);
        split.putObject("pattern").put("Regex", regex.replace("'", QUOTE));
        return split.toString();
    }
}
