package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a business's file, and the way from every older version of them to this one. */
final class SqliteSchema {
    /*
     * One ordered list: step n leads from version n to n + 1, a new file runs them all. A step that was released never changes;
     * what it did wrong is put right by a later one.
     */
    private static final List<Step> STEPS =
            List.of(SqliteSchema::eventsAndProducts, SqliteSealing::applyTo, SqliteSchema::descriptionsAndAttributes);

    static final int VERSION = STEPS.size();

    private static final int APPLICATION_ID = 0x434d5054;

    private SqliteSchema() {}

    /** Makes or checks the file, and brings it to this version, in one transaction. */
    static void prepare(Path file, Connection connection, MasterKey master) throws SQLException {
        prepare(file, connection, master, STEPS);
    }

    static void prepare(Path file, Connection connection, MasterKey master, List<Step> steps) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = number(statement, "PRAGMA user_version");
            if (version != 0 || number(statement, "SELECT count(*) FROM sqlite_schema") > 0) {
                // Before any write: what is not ours, or not whole, is left as it is.
                check(file, statement, version, steps.size());
            }
            if (version < steps.size()) {
                SqliteStore.transaction(connection, within -> {
                    migrate(statement, master, steps);
                    return steps;
                });
            }
        }
    }

    private static void migrate(Statement statement, MasterKey master, List<Step> steps) throws SQLException {
        // Read again: another connection may have been first.
        int version = number(statement, "PRAGMA user_version");
        for (Step step : steps.subList(version, steps.size())) {
            step.apply(statement, master);
        }
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + steps.size());
    }

    private static void eventsAndProducts(Statement statement, MasterKey master) throws SQLException {
        statement.execute(
                "CREATE TABLE event (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
                        + " at INTEGER NOT NULL, customer TEXT, body TEXT NOT NULL) STRICT");
        statement.execute("CREATE INDEX event_by_time ON event (at, id)");
        statement.execute("CREATE INDEX event_by_customer ON event (customer, at, id) WHERE customer IS NOT NULL");
        statement.execute("CREATE TABLE product (id TEXT PRIMARY KEY, title TEXT NOT NULL, category TEXT,"
                + " price INTEGER, currency TEXT, stock TEXT NOT NULL) STRICT, WITHOUT ROWID");
    }

    private static void descriptionsAndAttributes(Statement statement, MasterKey master) throws SQLException {
        statement.execute("ALTER TABLE product ADD COLUMN description TEXT");
        statement.execute("ALTER TABLE product ADD COLUMN attributes TEXT");
    }

    private static void check(Path file, Statement statement, int version, int known) throws SQLException {
        if (number(statement, "PRAGMA application_id") != APPLICATION_ID) {
            throw new CorruptStoreException(
                    ErrorCode.STORE_CORRUPT,
                    "The file " + file.getFileName() + " is a database of something else. It was left as it is.");
        }
        if (version > known) {
            throw new StoreException(
                    ErrorCode.STORE_TOO_NEW,
                    "The file " + file.getFileName() + " has schema version " + version + ", this library knows "
                            + known + ". Maybe use the release that wrote it?");
        }
        try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = rows.next() ? rows.getString(1) : "no answer";
            if (!"ok".equals(found)) {
                throw SqliteStore.damaged(file, found, null);
            }
        }
        // Version 0 is written by nobody: its tables were never finished, or are not ours.
        if (version < 1) {
            throw SqliteStore.damaged(file, "no schema version", null);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Leads from one version to the next; within a transaction that is not its own. */
    interface Step {
        void apply(Statement statement, MasterKey master) throws SQLException;
    }
}
