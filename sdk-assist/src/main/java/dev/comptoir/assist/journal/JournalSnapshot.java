package dev.comptoir.assist.journal;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.event.CustomEvent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bytes of a snapshot: events one behind the other; numbers and texts as DataOutput writes them, lengths before texts. */
final class JournalSnapshot {
    static final int VERSION = 1;

    private JournalSnapshot() {}

    static void write(List<CustomEvent> events, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        out.writeInt(events.size());
        for (CustomEvent event : events) {
            text(out, event.id().value());
            out.writeLong(event.at().toEpochMilli());
            CustomerId customer = event.customer();
            out.writeBoolean(customer != null);
            if (customer != null) {
                text(out, customer.value());
            }
            text(out, event.name());
            out.writeInt(event.attributes().size());
            for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
                text(out, attribute.getKey());
                text(out, attribute.getValue());
            }
        }
        out.flush();
    }

    static List<CustomEvent> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        int count = in.readInt();
        List<CustomEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventId id = EventId.of(text(in));
            Instant at = Instant.ofEpochMilli(in.readLong());
            CustomerId customer = in.readBoolean() ? CustomerId.of(text(in)) : null;
            String name = text(in);
            SortedMap<String, String> attributes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                attributes.put(text(in), text(in));
            }
            events.add(new CustomEvent(id, at, customer, name, attributes));
        }
        return events;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
