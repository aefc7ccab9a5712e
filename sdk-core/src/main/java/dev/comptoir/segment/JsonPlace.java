package dev.comptoir.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text, and where it stands.
 *
 * @param path for example {@code $.segments[2].rule.value}
 */
record JsonPlace(String path, JsonNode node) {
    static final int MAX_JSON = 32 << 20;
    private static final int SHOWN = 60;

    // A rule lies two levels of JSON deeper than the one around it; what is beyond is refused while reading.
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2 * Rule.MAX_DEPTH + 20)
                            .maxStringLength(10_000)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .maxDocumentLength(MAX_JSON)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    static JsonPlace parse(String json) {
        if (json.length() > MAX_JSON) {
            throw invalid("The JSON has " + json.length() + " characters; at most " + MAX_JSON + " are allowed.", null);
        }
        try {
            return new JsonPlace("$", JSON.readTree(json));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw invalid("The text cannot be read as JSON" + where + ": " + shortened(e.getOriginalMessage(), 300), e);
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    JsonPlace field(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw refuse("the field \"" + name + "\" is missing");
        }
        return new JsonPlace(path + "." + name, value);
    }

    JsonPlace item(int index) {
        return new JsonPlace(path + "[" + index + "]", node.get(index));
    }

    /** How many items this array has. */
    int size(int least, int most) {
        if (!node.isArray() || node.size() < least || node.size() > most) {
            throw refuse("a list of " + least + " to " + most + " is allowed");
        }
        return node.size();
    }

    String text() {
        if (!node.isTextual()) {
            throw refuse("a text is allowed");
        }
        return node.textValue();
    }

    /** Refuses everything but an object with no other fields than these. */
    void only(Set<String> allowed) {
        if (!node.isObject()) {
            throw refuse("an object is allowed");
        }
        for (String name : RuleReader.names(node)) {
            if (!allowed.contains(name)) {
                throw invalid(
                        "At " + path + ": the field \"" + shortened(name, SHOWN) + "\" with the value "
                                + shown(node.get(name)) + " is not known; allowed are "
                                + String.join(", ", new TreeSet<>(allowed)) + ".",
                        null);
            }
        }
    }

    /** What was to be made of this; a bound of the thing made is named with the place. */
    <T> T made(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw invalid("At " + path + ": " + shown(node) + " is refused. " + e.getMessage(), e);
        }
    }

    DataException refuse(String allowed) {
        return invalid("At " + path + ": " + shown(node) + " is refused; " + allowed + ".", null);
    }

    private static String shown(JsonNode value) {
        // Large trees are not written out just to be cut off.
        if (value.isArray()) {
            return "a list of " + value.size();
        }
        return value.isObject()
                ? "an object with " + shortened(String.join(", ", RuleReader.names(value)), SHOWN)
                : shortened(value.toString(), SHOWN);
    }

    private static String shortened(String text, int length) {
        String plain = text.length() <= length ? text : text.substring(0, length) + "...";
        return plain.replaceAll("\\p{Cntrl}", " ");
    }

    private static DataException invalid(String message, @Nullable Throwable cause) {
        return new DataException(ErrorCode.SEGMENTS_INVALID, message, cause);
    }
}
