package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.Sealer;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.event.Event;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seals the events of one business that version 1 kept in the clear. Not thread-safe. */
final class PlainEvents {
    private static final int BATCH = 1000;

    private final Connection connection;
    private final Tables tables;
    private final BusinessKeys keys;
    private final Sealer sealer;
    private final BusinessKeys.Hashes lookUps;
    private final Map<CustomerId, CustomerKey> customers = new HashMap<>();
    private int waiting;

    PlainEvents(Connection connection, Tables tables, BusinessKeys keys) {
        this.connection = connection;
        this.tables = tables;
        this.keys = keys;
        this.sealer = keys.sealer();
        this.lookUps = keys.lookUps();
    }

    /** Copies all of them in their order; whether there were any. */
    boolean seal() throws SQLException {
        boolean any = false;
        try (PreparedStatement select = connection.prepareStatement("SELECT sequence, id, kind, at, customer, body"
                        + tables.from("plain_event") + " AND sequence > ? ORDER BY sequence LIMIT " + BATCH);
                PreparedStatement event =
                        connection.prepareStatement(tables.insert("event", "sequence, id, kind, at, customer, body"));
                PreparedStatement customer =
                        connection.prepareStatement(tables.insert("customer_key", "number, look_up, sealed"))) {
            long last = 0;
            do {
                waiting = 0;
                select.setLong(1, last);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        last = row.getLong(1);
                        add(row, event, customer);
                    }
                }
                customer.executeBatch();
                event.executeBatch();
                any |= waiting > 0;
            } while (waiting == BATCH);
        }
        try (PreparedStatement update =
                connection.prepareStatement(tables.updateBusiness("last_customer = " + customers.size()))) {
            update.executeUpdate();
        }
        return any;
    }

    private void add(ResultSet row, PreparedStatement insert, PreparedStatement insertCustomer) throws SQLException {
        String customer = row.getString(5);
        EventRow event = row(
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                customer == null ? null : CustomerId.of(customer),
                row.getString(6));
        CustomerKey key = key(event.customer, insertCustomer);
        event.seal(keys, sealer, key);
        insert.setLong(1, row.getLong(1));
        insert.setString(2, event.id);
        insert.setString(3, event.kind);
        insert.setLong(4, event.at);
        insert.setObject(5, key == null ? null : key.number());
        insert.setBytes(6, event.body());
        insert.addBatch();
        waiting++;
    }

    /** Version 1 wrote some characters in another way; what comes again must be the same byte for byte. */
    private static EventRow row(String id, String kind, long at, @Nullable CustomerId customer, String body) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        try {
            return EventRow.of(
                    EventJson.read(Event.Kind.valueOf(kind), EventId.of(id), Instant.ofEpochMilli(at), customer, text));
        } catch (CorruptStoreException | IllegalArgumentException e) {
            // One damaged event keeps nobody from the others: reading it will say what it said before.
            return EventRow.of(id, kind, at, customer, text);
        }
    }

    private @Nullable CustomerKey key(@Nullable CustomerId customer, PreparedStatement insert) throws SQLException {
        if (customer == null) {
            return null;
        }
        CustomerKey known = customers.get(customer);
        if (known != null) {
            return known;
        }
        CustomerKey key = CustomerKey.create(keys, sealer, customer, new Hash(lookUps.of(customer.value())), 0);
        key.committed(customers.size() + 1L);
        insert.setLong(1, key.number());
        insert.setBytes(2, key.lookUp().bytes());
        insert.setBytes(3, key.sealed());
        insert.addBatch();
        customers.put(customer, key);
        return key;
    }
}
