package dev.comptoir.assist.knowledge.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; a bad line costs only itself. */
final class JsonLinesReader {
    static final int MAX_LINE_BYTES = 1 << 20;
    private static final int MAX_NESTING = 32;

    private final ObjectMapper json;
    private final @Nullable Language language;
    private final Collector collector;

    JsonLinesReader(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_LINE_BYTES)
                .maxNumberLength(100)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        this.json = new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    void read(byte[] bytes) {
        int line = 0;
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            line++;
            readLine(bytes, from, to, line);
            from = to + 1;
        }
    }

    private void readLine(byte[] bytes, int from, int to, int line) {
        if (to - from > MAX_LINE_BYTES) {
            reject(
                    line,
                    Rule.TOO_LONG,
                    "The line has " + (to - from) + " bytes; at most " + MAX_LINE_BYTES + " are allowed.");
            return;
        }
        String text = Charsets.utf8(bytes, from, to);
        if (text == null) {
            reject(line, Rule.NOT_UTF_8, "The line is not UTF-8. Maybe save the file again as UTF-8?");
        } else if (!text.isBlank()) {
            JsonNode node = parse(text, line);
            if (node != null) {
                readEntry(node, line);
            }
        }
    }

    private @Nullable JsonNode parse(String text, int line) {
        try {
            JsonNode node = json.readTree(text);
            if (node.isObject()) {
                return node;
            }
            reject(line, Rule.BAD_JSON, "The line is not a JSON object.");
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            reject(
                    line,
                    Rule.BAD_JSON,
                    "The line is not valid JSON of at most " + MAX_NESTING + " levels, column " + column + ".");
        }
        return null;
    }

    private void readEntry(JsonNode node, int line) {
        String id = scalar(node, "id", line);
        String question = scalar(node, "question", line);
        String answer = scalar(node, "answer", line);
        List<String> keywords = texts(node, "keywords", line);
        List<String> variants = texts(node, "variants", line);
        if (id == null || question == null || answer == null || keywords == null || variants == null) {
            return;
        }
        String theme =
                node.path("theme").isTextual() ? node.path("theme").textValue().strip() : "";
        Language own = FieldValues.language(node.path("language").asText("")).orElse(language);
        try {
            ActionClass action = FieldValues.action(optional(node, "action"));
            Validity validity = FieldValues.validity(optional(node, "valid_from"), optional(node, "valid_until"));
            collector.add(line, new Draft(id, question, variants, keywords, theme, answer, own, action, validity));
        } catch (IllegalArgumentException e) {
            reject(line, Rule.WRONG_VALUE, String.valueOf(e.getMessage()));
        }
    }

    /** A text that may be missing; anything else reads as a value that is none. */
    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.isTextual() ? value.textValue() : "?";
    }

    private @Nullable String scalar(JsonNode node, String field, int line) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            reject(line, Rule.MISSING_FIELD, "The field " + field + " is missing.");
            return null;
        }
        boolean number = field.equals("id") && value.isIntegralNumber();
        if (!value.isTextual() && !number) {
            reject(line, Rule.WRONG_TYPE, "The field " + field + " is not a text.");
            return null;
        }
        if (value.asText().isBlank()) {
            reject(line, Rule.EMPTY, "The field " + field + " is blank.");
            return null;
        }
        return value.asText().strip();
    }

    private @Nullable List<String> texts(JsonNode object, String field, int line) {
        JsonNode node = object.path(field);
        List<String> texts = new ArrayList<>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        for (JsonNode text : node) {
            if (text.isTextual() && !text.textValue().isBlank()) {
                texts.add(text.textValue().strip());
            } else if (!text.isTextual()) {
                reject(line, Rule.WRONG_TYPE, "The field " + field + " is not an array of texts.");
                return null;
            }
        }
        if (!node.isArray()) {
            reject(line, Rule.WRONG_TYPE, "The field " + field + " is not an array of texts.");
            return null;
        }
        return texts;
    }

    private void reject(int line, Rule rule, String detail) {
        collector.reject(line, rule, detail);
    }
}
