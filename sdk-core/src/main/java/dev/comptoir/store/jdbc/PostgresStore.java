package dev.comptoir.store.jdbc;

import dev.comptoir.BusinessId;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.ProductStore;
import dev.comptoir.store.Store;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of one business. Thread-safe, also together with other stores of the same business in other processes. */
final class PostgresStore implements Store {
    private final PostgresDatabase database;
    private final String business;
    private final EventStore events;
    private final ProductStore products;
    private volatile boolean closed;

    PostgresStore(PostgresDatabase database, BusinessId business) {
        this.database = database;
        this.business = business.value();
        this.events = new PostgresEventStore(this);
        this.products = new PostgresProductStore(this);
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public ProductStore products() {
        return products;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The id of the business, for the queries. */
    String business() {
        return business;
    }

    <T> T read(PostgresDatabase.Work<T> work) {
        ensureOpen();
        return database.read(work);
    }

    /** Runs a transaction that is alone in writing to this business, in this process and all others. */
    <T> T write(Exclusive<T> work) {
        ensureOpen();
        return database.write(connection -> work.on(connection, lock(connection)));
    }

    /*
     * The row of the business is locked to the end of the transaction, so that sequence numbers become visible in their order:
     * whoever gives out a higher one has seen the lower ones committed. A sequence of the database or a serial column would
     * not do: a smaller number could commit after a reader has passed it. A row rather than an advisory lock, because it
     * holds the number as well, cannot collide with another business or with locks of the application, and is freed with
     * its transaction.
     */
    private Row lock(Connection connection) throws SQLException {
        Row row = find(connection);
        if (row == null) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO comptoir_business (id) VALUES (?) ON CONFLICT (id) DO NOTHING")) {
                insert.setString(1, business);
                insert.executeUpdate();
            }
            row = find(connection);
        }
        if (row == null) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED, "The row of a business was removed while it was being written.");
        }
        return row;
    }

    private @Nullable Row find(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, last_sequence FROM comptoir_business WHERE id = ? FOR UPDATE")) {
            select.setString(1, business);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Row(row.getLong(1), row.getLong(2)) : null;
            }
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new ClosedException("The store of this business has been closed.");
        }
    }

    /**
     * A business, locked.
     *
     * @param number what its rows are found by
     * @param lastSequence the sequence number given out last
     */
    record Row(long number, long lastSequence) {}

    /** Something to do while the business is locked. */
    interface Exclusive<T> {
        T on(Connection connection, Row business) throws SQLException;
    }
}
