package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.SnapshotStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Snapshots as rows of parts, each sealed. Thread-safe. */
final class JdbcSnapshotStore implements SnapshotStore {
    /*
     * A snapshot is written part by part, each in a transaction, under a row that has no number of parts yet; the last
     * transaction fills it in and removes the one before. What was not finished is removed by the next one of its name.
     */
    private final JdbcStore store;
    private final LongSupplier erasures;

    JdbcSnapshotStore(JdbcStore store, LongSupplier erasures) {
        this.store = store;
        this.erasures = erasures;
    }

    @Override
    public boolean put(Snapshot snapshot, Writer content) {
        if (snapshot.erasures() != erasures.getAsLong()) {
            return false;
        }
        long draft = store.write(connection -> begin(connection, snapshot));
        SnapshotOut out = new SnapshotOut(store, draft);
        try {
            content.writeTo(out);
            out.flushPart();
        } catch (IOException e) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED, "The bytes of a snapshot could not be written; the one before stays.", e);
        }
        return store.write(connection -> finish(connection, draft, out.parts(), snapshot));
    }

    private long begin(Connection connection, Snapshot snapshot) throws SQLException {
        Tables tables = store.tables();
        delete(connection, snapshot.name(), "parts IS NULL");
        execute(connection, tables.updateBusiness("last_snapshot = last_snapshot + 1"));
        long number = number(connection, tables.selectBusiness("last_snapshot"));
        try (PreparedStatement insert = connection.prepareStatement(
                tables.insert("snapshot", "number, name, version, sequence, erasures, at"))) {
            insert.setLong(1, number);
            insert.setString(2, snapshot.name());
            insert.setInt(3, snapshot.version());
            insert.setLong(4, snapshot.sequence());
            insert.setLong(5, snapshot.erasures());
            insert.setLong(6, snapshot.at().toEpochMilli());
            insert.executeUpdate();
        }
        return number;
    }

    private boolean finish(Connection connection, long draft, int parts, Snapshot snapshot) throws SQLException {
        Tables tables = store.tables();
        if (number(connection, tables.selectBusiness("erasures")) != snapshot.erasures()) {
            delete(connection, snapshot.name(), "number = " + draft);
            return false;
        }
        delete(connection, snapshot.name(), "parts IS NOT NULL");
        int finished = execute(
                connection,
                "UPDATE " + tables.of("snapshot") + " SET parts = " + parts + " WHERE "
                        + tables.owner().condition() + " AND number = " + draft);
        if (finished == 0) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED,
                    "A snapshot was not kept, because another of the same name was begun meanwhile.");
        }
        return true;
    }

    @Override
    public Optional<Snapshot> find(String name) {
        return store.read(
                Optional.empty(),
                connection -> Optional.ofNullable(row(connection, name)).map(Row::snapshot));
    }

    @Override
    public boolean read(String name, Reader reader) {
        Optional<Row> row = store.read(Optional.empty(), connection -> Optional.ofNullable(row(connection, name)));
        if (row.isEmpty()) {
            return false;
        }
        try (SnapshotIn in = new SnapshotIn(store, row.get())) {
            reader.readFrom(in);
            return true;
        } catch (IOException e) {
            throw new StoreException(ErrorCode.STORE_FAILED, "A snapshot could not be read.", e);
        }
    }

    @Override
    public boolean delete(String name) {
        return store.write(connection -> delete(connection, name, "parts IS NOT NULL"));
    }

    private boolean delete(Connection connection, String name, String condition) throws SQLException {
        Tables tables = store.tables();
        String which = tables.from("snapshot") + " AND name = ? AND " + condition;
        try (PreparedStatement parts = connection.prepareStatement(
                        "DELETE" + tables.from("snapshot_part") + " AND snapshot IN (SELECT number" + which + ")");
                PreparedStatement row = connection.prepareStatement("DELETE" + which)) {
            parts.setString(1, name);
            parts.executeUpdate();
            row.setString(1, name);
            return row.executeUpdate() > 0;
        }
    }

    private @Nullable Row row(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT number, parts, version, sequence, erasures, at"
                        + store.tables().from("snapshot") + " AND name = ? AND parts IS NOT NULL")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Row(
                                row.getLong(1),
                                row.getInt(2),
                                new Snapshot(
                                        name,
                                        row.getInt(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        Instant.ofEpochMilli(row.getLong(6))))
                        : null;
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    /**
     * A finished snapshot.
     *
     * @param number what its parts are found by
     * @param parts how many there are
     */
    record Row(long number, int parts, Snapshot snapshot) {}
}
