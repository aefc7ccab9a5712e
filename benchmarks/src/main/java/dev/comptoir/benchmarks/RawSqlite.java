package dev.comptoir.benchmarks;

import dev.comptoir.store.jdbc.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The same rows into the same tables with the same guarantees, in a file that the store has made. Rows are made beforehand,
 * statements are prepared once. One writer at a time.
 */
final class RawSqlite implements RawStore {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement insertKey;
    private final PreparedStatement history;

    /** A new file, or one that a store has made. */
    RawSqlite(Path file) throws SQLException {
        SqliteStore.open(file, StoreKind.MASTER).close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA journal_mode = WAL");
            pragma.execute("PRAGMA synchronous = FULL");
        }
        // The driver's commit begins the next transaction at once, but deferred: it takes no lock and writes nothing.
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO event (id, kind, at, customer, body)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        insertKey = connection.prepareStatement("INSERT INTO customer_key (number, look_up, sealed) VALUES (?, ?, ?)");
        history = connection.prepareStatement(
                "SELECT sequence, id, kind, at, customer, body FROM event WHERE customer = ? ORDER BY at, id");
    }

    @Override
    public Appender appender() {
        return this::append;
    }

    private synchronized void append(List<RawRow> rows) throws SQLException {
        for (RawRow row : rows) {
            RawRow.Key key = row.newCustomer;
            if (key != null) {
                insertKey.setLong(1, row.customer);
                insertKey.setBytes(2, key.lookUp);
                insertKey.setBytes(3, key.sealed);
                insertKey.executeUpdate();
            }
            insert.setString(1, row.id);
            insert.setString(2, row.kind);
            insert.setLong(3, row.at);
            insert.setLong(4, row.customer);
            insert.setBytes(5, row.body);
            insert.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public int history(long customer) throws SQLException {
        history.setLong(1, customer);
        try (ResultSet row = history.executeQuery()) {
            return RawRow.fetch(row);
        }
    }

    @Override
    public int scan() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sequence, id, kind, at, customer, body FROM event ORDER BY sequence")) {
            return RawRow.fetch(row);
        }
    }

    @Override
    public void erase(long customer) throws SQLException {
        // A statement that was not reset keeps the file from being written anew.
        insert.close();
        insertKey.close();
        history.close();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM event WHERE customer = " + customer);
            statement.execute("DELETE FROM customer_key WHERE number = " + customer);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            connection.setAutoCommit(false);
        }
    }

    @Override
    public List<RawRow> rows() throws SQLException {
        try (Statement first = connection.createStatement();
                Statement second = connection.createStatement();
                ResultSet keys = first.executeQuery("SELECT number, look_up, sealed FROM customer_key");
                ResultSet events =
                        second.executeQuery("SELECT id, kind, at, customer, body FROM event ORDER BY sequence")) {
            return RawRow.read(keys, events);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        insertKey.close();
        history.close();
        connection.close();
    }
}
