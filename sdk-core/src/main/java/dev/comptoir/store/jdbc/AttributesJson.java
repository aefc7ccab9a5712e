package dev.comptoir.store.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.catalog.AttributeValue;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of a product as one column. */
final class AttributesJson {
    /*
     * {"bio":true,"couleur":"rouge","paru":{"date":"2026-05-05"},"poids":1.5}. JSON escapes what PostgreSQL's text type refuses.
     * Null where there are none.
     */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DATE = "date";

    private AttributesJson() {}

    static @Nullable String write(SortedMap<String, AttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.writeStartObject();
            for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
                json.writeFieldName(attribute.getKey());
                write(json, attribute.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing into memory failed.", e);
        }
        return written.toString();
    }

    private static void write(JsonGenerator json, AttributeValue value) throws IOException {
        switch (value.kind()) {
            case TEXT -> json.writeString(((AttributeValue.Text) value).value());
            case NUMBER -> json.writeNumber(((AttributeValue.Numeric) value).value());
            case BOOLEAN -> json.writeBoolean(((AttributeValue.Flag) value).value());
            case DATE -> {
                json.writeStartObject();
                json.writeStringField(DATE, ((AttributeValue.Day) value).value().toString());
                json.writeEndObject();
            }
        }
    }

    static SortedMap<String, AttributeValue> read(@Nullable String column) {
        if (column == null) {
            return Collections.emptySortedMap();
        }
        try {
            SortedMap<String, AttributeValue> attributes = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : JSON.readTree(column).properties()) {
                attributes.put(field.getKey(), value(field.getValue()));
            }
            return attributes;
        } catch (IOException | RuntimeException e) {
            throw new CorruptStoreException(
                    ErrorCode.STORE_CORRUPT, "The attributes of a product cannot be read back from the store.", e);
        }
    }

    private static AttributeValue value(JsonNode node) {
        if (node.isTextual()) {
            return new AttributeValue.Text(node.textValue());
        }
        if (node.isBoolean()) {
            return new AttributeValue.Flag(node.booleanValue());
        }
        return node.isNumber()
                ? new AttributeValue.Numeric(node.doubleValue())
                : new AttributeValue.Day(LocalDate.parse(node.path(DATE).asText()));
    }
}
