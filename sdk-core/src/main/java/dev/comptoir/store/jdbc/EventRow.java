package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.Sealer;
import dev.comptoir.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event on its way into a table: duplicates are those that are equal before they are sealed. Not thread-safe. */
final class EventRow {
    final String id;
    final String kind;
    final long at;
    final @Nullable CustomerId customer;
    private final byte[] plain;
    private @Nullable CustomerKey key;
    private byte[] body = {};

    private EventRow(String id, String kind, long at, @Nullable CustomerId customer, byte[] plain) {
        this.id = id;
        this.kind = kind;
        this.at = at;
        this.customer = customer;
        this.plain = plain;
    }

    static EventRow of(Event event) {
        return of(event, new EventJson.Writer());
    }

    static EventRow of(Event event, EventJson.Writer bodies) {
        return new EventRow(
                event.id().value(),
                event.kind().name(),
                event.at().toEpochMilli(),
                event.customer(),
                bodies.write(event));
    }

    /** An event of an older form of the tables. */
    static EventRow of(String id, String kind, long at, @Nullable CustomerId customer, byte[] body) {
        return new EventRow(id, kind, at, customer, body);
    }

    /** Seals with the key of the customer, or of the business where there is none. */
    void seal(BusinessKeys keys, Sealer sealer, @Nullable CustomerKey key) {
        this.key = key;
        this.body = sealer.seal(key == null ? keys.bodies() : key.key(), place(kind, at, id), plain);
    }

    static byte[] open(
            BusinessKeys keys, Sealer sealer, @Nullable CustomerKey key, String kind, long at, String id, byte[] body) {
        return sealer.open(key == null ? keys.bodies() : key.key(), place(kind, at, id), body);
    }

    @Nullable
    CustomerKey key() {
        return key;
    }

    byte[] body() {
        return body;
    }

    /** Whether this is what was kept under the same id. */
    boolean isSame(String otherKind, long otherAt, byte[] otherPlain) {
        return kind.equals(otherKind) && at == otherAt && Arrays.equals(plain, otherPlain);
    }

    /** Whether two rows of one id say the same. */
    boolean isSame(EventRow other) {
        return Objects.equals(customer, other.customer) && isSame(other.kind, other.at, other.plain);
    }

    private static byte[] place(String kind, long at, String id) {
        return (kind + ' ' + at + ' ' + id).getBytes(StandardCharsets.UTF_8);
    }
}
