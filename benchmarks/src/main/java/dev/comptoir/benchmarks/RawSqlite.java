package dev.comptoir.benchmarks;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.store.jdbc.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit: the same rows into the same tables with the same guarantees, by JDBC alone. Rows are made beforehand, statements
 * are prepared once, nothing is checked and nobody waits for anybody else. One writer at a time.
 */
final class RawSqlite implements AutoCloseable {
    /** The key of every store here. */
    static final MasterKey MASTER = MasterKey.of(new byte[32]);

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement history;

    /** A new file, or one that a store has made. */
    RawSqlite(Path file) throws SQLException {
        SqliteStore.open(file, MASTER).close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA journal_mode = WAL");
            pragma.execute("PRAGMA synchronous = FULL");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO event (id, kind, at, customer, body)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        history = connection.prepareStatement(
                "SELECT sequence, id, kind, at, customer, body FROM event WHERE customer = ? ORDER BY at, id");
    }

    /** One transaction. */
    synchronized void append(List<Row> rows) throws SQLException {
        for (Row row : rows) {
            insert.setString(1, row.id);
            insert.setString(2, row.kind);
            insert.setLong(3, row.at);
            insert.setLong(4, row.customer);
            insert.setBytes(5, row.body);
            insert.executeUpdate();
        }
        connection.commit();
    }

    /** Reads all columns of a customer's events; their number. */
    int history(long customer) throws SQLException {
        history.setLong(1, customer);
        int rows = 0;
        try (ResultSet row = history.executeQuery()) {
            while (row.next()) {
                row.getLong(1);
                row.getString(2);
                row.getString(3);
                row.getLong(4);
                row.getLong(5);
                row.getBytes(6);
                rows++;
            }
        }
        return rows;
    }

    /** Every row of a store's file, as the store has written it. */
    static List<Row> rows(Path file) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery("SELECT id, kind, at, customer, body FROM event ORDER BY sequence")) {
            while (row.next()) {
                rows.add(new Row(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getBytes(5)));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        history.close();
        connection.close();
    }

    /** An event as the store keeps it, sealed. */
    static final class Row {
        private final String id;
        private final String kind;
        private final long at;
        private final long customer;
        private final byte[] body;

        Row(String id, String kind, long at, long customer, byte[] body) {
            this.id = id;
            this.kind = kind;
            this.at = at;
            this.customer = customer;
            this.body = body;
        }
    }
}
