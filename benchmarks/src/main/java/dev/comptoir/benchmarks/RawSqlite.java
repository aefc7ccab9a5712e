package dev.comptoir.benchmarks;

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
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement history;

    /** A new file, or one that a store has made. */
    RawSqlite(Path file) throws SQLException {
        SqliteStore.open(file).close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA journal_mode = WAL");
            pragma.execute("PRAGMA synchronous = FULL");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO event (id, kind, at, customer, body) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (id) DO NOTHING");
        history = connection.prepareStatement(
                "SELECT sequence, id, kind, at, customer, body FROM event WHERE customer = ? ORDER BY at, id");
    }

    /** One transaction. */
    synchronized void append(List<Row> rows) throws SQLException {
        for (Row row : rows) {
            insert.setString(1, row.id);
            insert.setString(2, row.kind);
            insert.setLong(3, row.at);
            insert.setString(4, row.customer);
            insert.setString(5, row.body);
            insert.executeUpdate();
        }
        connection.commit();
    }

    /** Reads all columns of a customer's events; their number. */
    int history(String customer) throws SQLException {
        history.setString(1, customer);
        int rows = 0;
        try (ResultSet row = history.executeQuery()) {
            while (row.next()) {
                row.getLong(1);
                row.getString(2);
                row.getString(3);
                row.getLong(4);
                row.getString(5);
                row.getString(6);
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
                rows.add(new Row(
                        row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)));
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

    /** An event as the store keeps it. */
    record Row(String id, String kind, long at, String customer, String body) {}
}
