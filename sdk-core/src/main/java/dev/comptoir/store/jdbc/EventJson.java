package dev.comptoir.store.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Line;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.View;
import dev.comptoir.event.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of an event that is not a column. Equal events give equal text: duplicates are found by comparing it. */
final class EventJson {
    /*
     * Receipts are by far the most frequent, so their lines are arrays: [product, quantity, minor units]. Fields may be added
     * to the others, never renamed.
     */
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    /** UTF-8. */
    static byte[] write(Event event) {
        return new Writer().write(event);
    }

    /** Writes one body after the other, with one generator: making it costs as much as writing a receipt. Not thread-safe. */
    static final class Writer {
        /** Without the blank that would otherwise stand between one body and the next. */
        private static final JsonFactory FACTORY = new JsonFactory().setRootValueSeparator(null);

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        private final JsonGenerator body;

        Writer() {
            try {
                body = FACTORY.createGenerator(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("Bytes in memory cannot fail.", e);
            }
        }

        /** Written as it comes, without a tree or a text in between. */
        byte[] write(Event event) {
            bytes.reset();
            try {
                body.writeStartObject();
                EventJson.write(event, body);
                body.writeEndObject();
                body.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Bytes in memory cannot fail.", e);
            }
            return bytes.toByteArray();
        }
    }

    private static void write(Event event, JsonGenerator body) throws IOException {
        // Java 17 has no switch over sealed types; the kind says the same.
        switch (event.kind()) {
            case PURCHASE -> {
                lines(body, ((Purchase) event).lines());
                optional(body, "channel", ((Purchase) event).channel());
            }
            case RETURN -> {
                Return given = (Return) event;
                lines(body, given.lines());
                EventId purchase = given.purchase();
                if (purchase != null) {
                    body.writeStringField("purchase", purchase.value());
                }
            }
            case VIEW ->
                body.writeStringField("product", ((View) event).product().value());
            case VISIT -> {}
            case MESSAGE -> {
                Message message = (Message) event;
                body.writeStringField("direction", message.direction().name());
                body.writeStringField("channel", message.channel());
                body.writeStringField("text", message.text());
            }
            case FEEDBACK -> {
                Feedback feedback = (Feedback) event;
                ProductId product = feedback.product();
                if (product != null) {
                    body.writeStringField("product", product.value());
                }
                body.writeNumberField("rating", feedback.rating());
                body.writeStringField("text", feedback.text());
            }
            case STAFF_NOTE -> {
                StaffNote note = (StaffNote) event;
                body.writeStringField("author", note.author());
                body.writeStringField("text", note.text());
            }
            case CONSENT_CHANGE -> {
                ConsentChange change = (ConsentChange) event;
                body.writeStringField("purpose", change.purpose());
                body.writeStringField("status", change.status().name());
                body.writeStringField("evidence", change.evidence());
                optional(body, "textVersion", change.textVersion());
                optional(body, "channel", change.channel());
                optional(body, "author", change.author());
                Instant expires = change.expires();
                if (expires != null) {
                    body.writeNumberField("expires", expires.toEpochMilli());
                }
            }
            case CUSTOM -> {
                CustomEvent custom = (CustomEvent) event;
                body.writeStringField("name", custom.name());
                body.writeObjectFieldStart("attributes");
                for (Map.Entry<String, String> attribute : custom.attributes().entrySet()) {
                    body.writeStringField(attribute.getKey(), attribute.getValue());
                }
                body.writeEndObject();
            }
        }
    }

    static Event read(Event.Kind kind, EventId id, Instant at, @Nullable CustomerId customer, byte[] text) {
        try {
            JsonNode body = JSON.readTree(text);
            return switch (kind) {
                case PURCHASE ->
                    new Purchase(
                            id, at, customer, lines(body), body.path("channel").textValue());
                case RETURN ->
                    new Return(
                            id,
                            at,
                            customer,
                            lines(body),
                            body.has("purchase") ? EventId.of(string(body, "purchase")) : null);
                case VIEW -> new View(id, at, known(customer), ProductId.of(string(body, "product")));
                case VISIT -> new Visit(id, at, known(customer));
                case MESSAGE ->
                    new Message(
                            id,
                            at,
                            customer,
                            Message.Direction.valueOf(string(body, "direction")),
                            string(body, "channel"),
                            string(body, "text"));
                case FEEDBACK ->
                    new Feedback(
                            id,
                            at,
                            customer,
                            body.has("product") ? ProductId.of(string(body, "product")) : null,
                            body.path("rating").asInt(),
                            string(body, "text"));
                case STAFF_NOTE -> new StaffNote(id, at, known(customer), string(body, "author"), string(body, "text"));
                case CONSENT_CHANGE ->
                    new ConsentChange(
                            id,
                            at,
                            known(customer),
                            string(body, "purpose"),
                            ConsentChange.Status.valueOf(string(body, "status")),
                            string(body, "evidence"),
                            body.path("textVersion").textValue(),
                            body.path("channel").textValue(),
                            body.path("author").textValue(),
                            body.has("expires")
                                    ? Instant.ofEpochMilli(body.path("expires").longValue())
                                    : null);
                case CUSTOM -> new CustomEvent(id, at, customer, string(body, "name"), attributes(body));
            };
        } catch (IOException | RuntimeException e) {
            throw new CorruptStoreException(
                    ErrorCode.STORE_CORRUPT, "An event of kind " + kind + " cannot be read back from the store.", e);
        }
    }

    private static void lines(JsonGenerator body, List<Line> lines) throws IOException {
        body.writeStringField("currency", lines.get(0).amount().currency().getCurrencyCode());
        body.writeArrayFieldStart("lines");
        for (Line line : lines) {
            body.writeStartArray();
            body.writeString(line.product().value());
            body.writeString(line.quantity().toPlainString());
            body.writeNumber(line.amount().minorUnits());
            body.writeEndArray();
        }
        body.writeEndArray();
    }

    private static List<Line> lines(JsonNode body) {
        Currency currency = Currency.getInstance(string(body, "currency"));
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : body.path("lines")) {
            lines.add(new Line(
                    ProductId.of(line.path(0).textValue()),
                    new BigDecimal(line.path(1).textValue()),
                    new Money(line.path(2).longValue(), currency)));
        }
        return lines;
    }

    private static SortedMap<String, String> attributes(JsonNode body) {
        SortedMap<String, String> attributes = new TreeMap<>();
        body.path("attributes")
                .properties()
                .forEach(
                        field -> attributes.put(field.getKey(), field.getValue().textValue()));
        return attributes;
    }

    private static void optional(JsonGenerator body, String field, @Nullable String value) throws IOException {
        if (value != null) {
            body.writeStringField(field, value);
        }
    }

    private static String string(JsonNode body, String field) {
        return Objects.requireNonNull(body.path(field).textValue(), field);
    }

    private static CustomerId known(@Nullable CustomerId customer) {
        return Objects.requireNonNull(customer, "customer");
    }
}
