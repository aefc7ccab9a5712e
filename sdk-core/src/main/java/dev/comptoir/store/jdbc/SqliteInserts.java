package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.store.EventStore.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;

/** Inserts the rows of one transaction after the other, with statements that stay prepared. Not thread-safe. */
final class SqliteInserts implements AutoCloseable {
    private final EventRows rows;
    private final PreparedStatement business;
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertCustomer;
    private final PreparedStatement lastCustomer;
    private final PreparedStatement kept;
    private final PreparedStatement erased;
    private Map<CustomerKey, Long> numbers = Map.of();
    private final BusinessKeys.Hashes tombstones;
    private long sequence;
    private long customer;
    private long erasures;

    SqliteInserts(Connection connection, BusinessKeys keys, EventRows rows) throws SQLException {
        this.rows = rows;
        this.tombstones = keys.tombstones();
        this.business = connection.prepareStatement("SELECT erasures, last_customer,"
                + " max(last_sequence, coalesce((SELECT max(sequence) FROM event), 0)) FROM business");
        this.insertEvent = connection.prepareStatement("INSERT INTO event (sequence, id, kind, at, customer, body)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        this.insertCustomer =
                connection.prepareStatement("INSERT INTO customer_key (number, look_up, sealed) VALUES (?, ?, ?)");
        this.lastCustomer = connection.prepareStatement("UPDATE business SET last_customer = ?");
        this.kept = connection.prepareStatement("SELECT kind, at, customer, body, sealed FROM event"
                + " LEFT JOIN customer_key ON number = customer WHERE id = ?");
        this.erased = connection.prepareStatement("SELECT 1 FROM erased WHERE event = ?");
    }

    /**
     * Begins a transaction.
     *
     * @param numbers takes the numbers of new customers, which they have once it is committed
     */
    void begin(Map<CustomerKey, Long> numbers) throws SQLException {
        this.numbers = numbers;
        try (ResultSet row = business.executeQuery()) {
            row.next();
            erasures = row.getLong(1);
            customer = row.getLong(2);
            sequence = row.getLong(3);
        }
    }

    /** How many erasures there have been. */
    long erasures() {
        return erasures;
    }

    /** Inserts new customers. */
    void keep(List<CustomerKey> fresh) throws SQLException {
        for (CustomerKey key : fresh) {
            insertCustomer.setLong(1, ++customer);
            insertCustomer.setBytes(2, key.lookUp().bytes());
            insertCustomer.setBytes(3, key.sealed());
            insertCustomer.executeUpdate();
            numbers.put(key, customer);
        }
        if (!fresh.isEmpty()) {
            lastCustomer.setLong(1, customer);
            lastCustomer.executeUpdate();
        }
    }

    Outcome keep(EventRow row) throws SQLException {
        if (erasures > 0 && isErased(row)) {
            return Outcome.ERASED;
        }
        insertEvent.setLong(1, sequence + 1);
        insertEvent.setString(2, row.id);
        insertEvent.setString(3, row.kind);
        insertEvent.setLong(4, row.at);
        CustomerKey key = row.key();
        if (key == null) {
            insertEvent.setNull(5, Types.INTEGER);
        } else {
            Long number = numbers.get(key);
            insertEvent.setLong(5, number == null ? key.number() : number);
        }
        insertEvent.setBytes(6, row.body());
        if (insertEvent.executeUpdate() == 1) {
            sequence++;
            return Outcome.STORED;
        }
        kept.setString(1, row.id);
        try (ResultSet found = kept.executeQuery()) {
            return found.next() && rows.isKept(row, found) ? Outcome.DUPLICATE : Outcome.CONFLICT;
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(business, insertEvent, insertCustomer, lastCustomer, kept, erased)) {
            statement.close();
        }
    }

    private boolean isErased(EventRow row) throws SQLException {
        erased.setBytes(1, tombstones.of(row.id));
        try (ResultSet found = erased.executeQuery()) {
            return found.next();
        }
    }
}
