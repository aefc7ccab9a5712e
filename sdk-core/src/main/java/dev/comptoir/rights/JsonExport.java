package dev.comptoir.rights;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.consent.ConsentDecision;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import dev.comptoir.profile.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Writes a customer's data for another system. */
final class JsonExport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CustomerExport export;

    JsonExport(CustomerExport export) {
        this.export = export;
    }

    void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("form", "comptoir-customer-export-1");
            json.writeStringField("business", export.business().value());
            json.writeStringField("customer", export.customer().value());
            json.writeStringField("at", export.now().toString());
            profile(json);
            consents(json);
            audit(json);
            events(json);
            json.writeEndObject();
        }
    }

    private void profile(JsonGenerator json) throws IOException {
        Profile profile = export.profile();
        json.writeObjectFieldStart("profile");
        for (ProfileValue value : ProfileValue.values()) {
            Reason reason = profile.why(value);
            json.writeObjectFieldStart(value.name());
            json.writeStringField("en", reason.text(Locale.ENGLISH));
            json.writeStringField("fr", reason.text(Locale.FRENCH));
            json.writeNumberField("events", reason.eventCount());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void consents(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("consents");
        for (ConsentDecision decision : export.decisions()) {
            json.writeStartObject();
            json.writeStringField("purpose", decision.purpose().name());
            json.writeBooleanField("permitted", decision.permitted());
            json.writeStringField("ground", decision.ground().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void audit(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("audit");
        for (AuditEntry entry : export.entries()) {
            json.writeStartObject();
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("action", entry.action().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void events(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("events");
        try {
            export.events().read(EventQuery.all().of(export.customer()), event -> event(json, event));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        json.writeEndArray();
    }

    private static void event(JsonGenerator json, Event event) {
        try {
            json.writeStartObject();
            json.writeStringField("id", event.id().value());
            json.writeStringField("kind", event.kind().name());
            json.writeStringField("at", event.at().toString());
            for (Map.Entry<String, Object> field : EventFields.of(event).entrySet()) {
                json.writePOJOField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The stream of an export failed.", e);
        }
    }
}
