package dev.comptoir.rights;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event says beside its id, kind, time and customer: texts, whole numbers, and lists and maps of them. */
final class EventFields {
    private EventFields() {}

    static Map<String, Object> of(Event event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        // Java 17 has no switch over sealed types; the kind says the same.
        switch (event.kind()) {
            case PURCHASE -> {
                Purchase purchase = (Purchase) event;
                lines(fields, purchase.lines());
                put(fields, "channel", purchase.channel());
            }
            case RETURN -> {
                Return given = (Return) event;
                lines(fields, given.lines());
                put(fields, "purchase", given.purchase());
            }
            case VIEW -> fields.put("product", ((View) event).product().value());
            case VISIT -> {}
            case MESSAGE -> {
                Message message = (Message) event;
                fields.put("direction", message.direction().name());
                fields.put("channel", message.channel());
                fields.put("text", message.text());
            }
            case FEEDBACK -> {
                Feedback feedback = (Feedback) event;
                put(fields, "product", feedback.product());
                fields.put("rating", feedback.rating());
                fields.put("text", feedback.text());
            }
            case STAFF_NOTE -> {
                StaffNote note = (StaffNote) event;
                fields.put("author", note.author());
                fields.put("text", note.text());
            }
            case CONSENT_CHANGE -> {
                ConsentChange change = (ConsentChange) event;
                fields.put("purpose", change.purpose());
                fields.put("status", change.status().name());
                fields.put("evidence", change.evidence());
                put(fields, "textVersion", change.textVersion());
                put(fields, "channel", change.channel());
                put(fields, "author", change.author());
                put(fields, "expires", change.expires());
            }
            case CUSTOM -> {
                CustomEvent custom = (CustomEvent) event;
                fields.put("name", custom.name());
                fields.put("attributes", custom.attributes());
            }
        }
        return fields;
    }

    private static void lines(Map<String, Object> fields, List<Line> lines) {
        List<Map<String, Object>> list = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("product", line.product().value());
            one.put("quantity", line.quantity().toPlainString());
            one.put("amount", line.amount().amount().toPlainString());
            one.put("currency", line.amount().currency().getCurrencyCode());
            list.add(one);
        }
        fields.put("lines", list);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
