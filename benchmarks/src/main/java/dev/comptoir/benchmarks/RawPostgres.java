package dev.comptoir.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.ds.PGSimpleDataSource;

/** The same rows into the same tables of a PostgreSQL database, as JDBC batches that the driver joins; a connection for each producer. */
final class RawPostgres implements RawStore {
    private static final String COLUMNS =
            "SELECT sequence, id, kind, at, customer, body FROM comptoir_event WHERE business = ";

    private final PGSimpleDataSource database;
    private final Connection connection;
    private final List<Connection> producers = new ArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final long business;

    /** A schema with the store's tables, of one business at most. */
    RawPostgres(PGSimpleDataSource database) throws SQLException {
        this.database = database;
        this.connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO comptoir_business (id, secret, audit_head) SELECT 'raw', '', '' WHERE NOT EXISTS"
                            + " (SELECT FROM comptoir_business)");
            connection.commit();
            try (ResultSet row = statement.executeQuery("SELECT number FROM comptoir_business")) {
                row.next();
                business = row.getLong(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT CASE current_setting('synchronous_commit') WHEN 'off'"
                    + " THEN set_config('synchronous_commit', 'on', false) END");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Appender appender() throws SQLException {
        Connection own = connect();
        producers.add(own);
        PreparedStatement insert = own.prepareStatement("INSERT INTO comptoir_event"
                + " (business, sequence, id, kind, at, customer, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (business, id) DO NOTHING");
        PreparedStatement insertKey = own.prepareStatement(
                "INSERT INTO comptoir_customer_key (business, number, look_up, sealed) VALUES (?, ?, ?, ?)");
        return rows -> {
            boolean anyKey = false;
            for (RawRow row : rows) {
                RawRow.Key key = row.newCustomer;
                if (key != null) {
                    insertKey.setLong(1, business);
                    insertKey.setLong(2, row.customer);
                    insertKey.setBytes(3, key.lookUp);
                    insertKey.setBytes(4, key.sealed);
                    insertKey.addBatch();
                    anyKey = true;
                }
                insert.setLong(1, business);
                insert.setLong(2, sequence.incrementAndGet());
                insert.setString(3, row.id);
                insert.setString(4, row.kind);
                insert.setLong(5, row.at);
                insert.setLong(6, row.customer);
                insert.setBytes(7, row.body);
                insert.addBatch();
            }
            if (anyKey) {
                insertKey.executeBatch();
            }
            insert.executeBatch();
            own.commit();
        };
    }

    @Override
    public int history(long customer) throws SQLException {
        return read(COLUMNS + business + " AND customer = " + customer + " ORDER BY at, id");
    }

    @Override
    public int scan() throws SQLException {
        return read(COLUMNS + business + " ORDER BY sequence");
    }

    private int read(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(1000);
            try (ResultSet row = select.executeQuery()) {
                return RawRow.fetch(row);
            }
        } finally {
            connection.commit();
        }
    }

    @Override
    public void erase(long customer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "DELETE FROM comptoir_event WHERE business = " + business + " AND customer = " + customer);
            statement.execute(
                    "DELETE FROM comptoir_customer_key WHERE business = " + business + " AND number = " + customer);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM comptoir_event, comptoir_customer_key");
            connection.setAutoCommit(false);
        }
    }

    @Override
    public List<RawRow> rows() throws SQLException {
        try (Statement first = connection.createStatement();
                Statement second = connection.createStatement();
                ResultSet keys = first.executeQuery("SELECT number, look_up, sealed FROM comptoir_customer_key");
                ResultSet events = second.executeQuery(
                        "SELECT id, kind, at, customer, body FROM comptoir_event ORDER BY sequence")) {
            return RawRow.read(keys, events);
        } finally {
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection own : producers) {
            own.close();
        }
        connection.close();
    }
}
