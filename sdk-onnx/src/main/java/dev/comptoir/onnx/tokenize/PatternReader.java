package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a pattern: {@code {"String": "a"}} or {@code {"Regex": "a+"}}. */
final class PatternReader {
    private final TokenizerFile file;

    PatternReader(TokenizerFile file) {
        this.file = file;
    }

    Delimiter read(JsonNode pattern, String part) {
        String literal = pattern.path("String").textValue();
        if (literal != null && !literal.isEmpty()) {
            return Delimiter.literal(literal);
        }
        String regex = pattern.path("Regex").textValue();
        if (regex == null) {
            throw file.corrupt("has no pattern in its " + part, null);
        }
        try {
            return Regex.of(regex);
        } catch (IllegalArgumentException e) {
            throw file.unsupported("has a part that is not supported in its " + part + ": " + e.getMessage());
        }
    }
}
