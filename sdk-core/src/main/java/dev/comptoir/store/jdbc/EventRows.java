package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.crypto.internal.BrokenSealException;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.Sealer;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.EventStore.Kept;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads events back from their rows. Thread-safe. */
final class EventRows {
    private final JdbcStore store;
    private final CustomerKeys customers;

    EventRows(JdbcStore store, CustomerKeys customers) {
        this.store = store;
        this.customers = customers;
    }

    List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
        return store.read(List.of(), connection -> page(connection, query, after, limit));
    }

    private List<Kept> page(Connection connection, EventQuery query, @Nullable Kept after, int limit)
            throws SQLException {
        Tables tables = store.tables();
        List<Object> values = new ArrayList<>();
        // One statement, so that events and keys are of one moment.
        String sql = "SELECT sequence, id, kind, at, customer, body, sealed FROM (SELECT sequence, id, kind, at,"
                + " customer, body" + tables.from("event") + where(query, after, values) + order(query) + " LIMIT "
                + limit + ") AS event LEFT JOIN (SELECT number, sealed" + tables.from("customer_key")
                + ") AS customer_key ON number = customer" + order(query);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return events(select, query.customer());
        }
    }

    private String where(EventQuery query, @Nullable Kept after, List<Object> values) {
        StringBuilder conditions = new StringBuilder();
        CustomerId customer = query.customer();
        if (customer != null) {
            conditions
                    .append(" AND customer = (SELECT number")
                    .append(store.tables().from("customer_key"))
                    .append(" AND look_up = ?)");
            values.add(store.keys().lookUps().of(customer.value()));
        }
        Instant from = query.from();
        if (from != null) {
            conditions.append(" AND at >= ?");
            values.add(ceilingMillis(from));
        }
        Instant until = query.until();
        if (until != null) {
            conditions.append(" AND at < ?");
            values.add(ceilingMillis(until));
        }
        long afterSequence = query.afterSequence();
        if (after != null && query.order() == EventQuery.Order.AS_KEPT) {
            afterSequence = Math.max(afterSequence, after.sequence());
        } else if (after != null) {
            conditions.append(
                    query.order() == EventQuery.Order.OLDEST_FIRST
                            ? " AND (at, id) > (?, ?)"
                            : " AND (at, id) < (?, ?)");
            values.add(after.event().at().toEpochMilli());
            values.add(after.event().id().value());
        }
        if (afterSequence > 0) {
            conditions.append(" AND sequence > ?");
            values.add(afterSequence);
        }
        return conditions.toString();
    }

    /** Events are kept to the millisecond: a bound between two of them lies after the earlier. */
    private static long ceilingMillis(Instant bound) {
        long millis = bound.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(bound) ? millis + 1 : millis;
    }

    private static String order(EventQuery query) {
        return switch (query.order()) {
            case OLDEST_FIRST -> " ORDER BY at, id";
            case NEWEST_FIRST -> " ORDER BY at DESC, id DESC";
            case AS_KEPT -> " ORDER BY sequence";
        };
    }

    private List<Kept> events(PreparedStatement select, @Nullable CustomerId asked) throws SQLException {
        BusinessKeys keys = store.keys();
        Sealer sealer = keys.sealer();
        List<Kept> page = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long number = row.getLong(5);
                CustomerKey key = row.wasNull() ? null : customers.of(keys, sealer, number, () -> row.getBytes(7));
                if (asked != null && key != null && !key.customer().equals(asked)) {
                    throw store.damaged(CustomerKeys.MISPLACED, null);
                }
                page.add(new Kept(row.getLong(1), event(keys, sealer, key, row)));
            }
        }
        return page;
    }

    private Event event(BusinessKeys keys, Sealer sealer, @Nullable CustomerKey key, ResultSet row)
            throws SQLException {
        String id = row.getString(2);
        String kind = row.getString(3);
        long at = row.getLong(4);
        try {
            byte[] body = EventRow.open(keys, sealer, key, kind, at, id, row.getBytes(6));
            CustomerId customer = key == null ? null : key.customer();
            return EventJson.read(Event.Kind.valueOf(kind), EventId.of(id), Instant.ofEpochMilli(at), customer, body);
        } catch (BrokenSealException | IllegalArgumentException e) {
            throw store.damaged("the event with sequence number " + row.getLong(1) + " was changed", e);
        }
    }

    /**
     * Whether the event that is kept under the id of a row is the same.
     *
     * @param kept kind, at, customer, body, sealed
     */
    boolean isKept(EventRow row, ResultSet kept) throws SQLException {
        BusinessKeys keys = store.keys();
        Sealer sealer = keys.sealer();
        String kind = kept.getString(1);
        long at = kept.getLong(2);
        long number = kept.getLong(3);
        CustomerKey key = kept.wasNull() ? null : customers.of(keys, sealer, number, () -> kept.getBytes(5));
        CustomerId customer = key == null ? null : key.customer();
        if (customer == null ? row.customer != null : !customer.equals(row.customer)) {
            return false;
        }
        try {
            return row.isSame(kind, at, EventRow.open(keys, sealer, key, kind, at, row.id, kept.getBytes(4)));
        } catch (BrokenSealException e) {
            throw store.damaged("an event was changed", e);
        }
    }
}
