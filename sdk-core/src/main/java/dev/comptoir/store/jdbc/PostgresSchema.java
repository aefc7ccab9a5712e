package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.LocalMasterKey;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of all businesses in one database, and what the database must be set to. */
final class PostgresSchema {
    /*
     * Names have a prefix, because the database is the vendor's own and may well hold tables of events and products. Events
     * carry the number of their business rather than its id: four indexes begin with it. Ids are compared by their bytes
     * (collation "C"), as in the other stores. The number of the last event lies in the row of the business, so that it
     * never goes back, even when events are erased; that row is also the lock of everyone who writes.
     */
    /** One ordered list, as for files: a step that was released never changes. */
    private static final List<Step> STEPS = List.of(
            PostgresSchema::eventsAndProducts, PostgresSealing::applyTo, PostgresSchema::descriptionsAndAttributes);

    static final int VERSION = STEPS.size();
    /** The key of the advisory lock under which tables are made: "comptoir" in ASCII. */
    private static final long LOCK = 0x636f_6d70_746f_6972L;

    private static final List<String> FIRST_TABLES = List.of(
            "CREATE TABLE comptoir_business (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " id TEXT COLLATE \"C\" NOT NULL UNIQUE, last_sequence BIGINT NOT NULL DEFAULT 0)",
            "CREATE TABLE comptoir_event (business BIGINT NOT NULL, sequence BIGINT NOT NULL,"
                    + " id TEXT COLLATE \"C\" NOT NULL, kind TEXT COLLATE \"C\" NOT NULL, at BIGINT NOT NULL,"
                    + " customer TEXT COLLATE \"C\", body TEXT NOT NULL,"
                    + " PRIMARY KEY (business, sequence), UNIQUE (business, id))",
            "CREATE INDEX comptoir_event_by_time ON comptoir_event (business, at, id)",
            "CREATE INDEX comptoir_event_by_customer ON comptoir_event (business, customer, at, id)"
                    + " WHERE customer IS NOT NULL",
            "CREATE TABLE comptoir_product (business BIGINT NOT NULL, id TEXT COLLATE \"C\" NOT NULL,"
                    + " title TEXT NOT NULL, category TEXT, price BIGINT, currency TEXT, stock TEXT NOT NULL,"
                    + " PRIMARY KEY (business, id))");

    private PostgresSchema() {}

    /** Refuses a database that cannot keep what it acknowledges; lists all that is wrong with it. */
    static void checkServer(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (!"PostgreSQL".equals(product)) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "The data source leads to " + product + ", but only PostgreSQL is known here.");
        }
        List<String> problems = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (!"on".equals(text(statement, "SELECT current_setting('fsync')"))) {
                problems.add("fsync is off, so that events acknowledged would be lost with the power."
                        + " Maybe set fsync = on in postgresql.conf?");
            }
            String encoding = text(statement, "SELECT current_setting('server_encoding')");
            if (!"UTF8".equals(encoding)) {
                problems.add("its encoding is " + encoding + ", but texts need UTF8."
                        + " Maybe create it with ENCODING 'UTF8' TEMPLATE template0?");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "The PostgreSQL database cannot be used: " + String.join(" Also, ", problems));
        }
    }

    /**
     * Makes the tables or brings them to this version; the lock lets one do it and the others find them.
     *
     * @return the master key: the one given, or the one that the database keeps itself
     */
    static MasterKey prepare(Connection connection, @Nullable MasterKey given) throws SQLException {
        return prepare(connection, given, STEPS);
    }

    static MasterKey prepare(Connection connection, @Nullable MasterKey given, List<Step> steps) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("CREATE TABLE IF NOT EXISTS comptoir_schema (version INTEGER NOT NULL)");
            String kept = text(statement, "SELECT max(version) FROM comptoir_schema");
            int version = kept == null ? 0 : Integer.parseInt(kept);
            if (version > steps.size()) {
                throw new StoreException(
                        ErrorCode.STORE_TOO_NEW,
                        "The tables in the database have schema version " + version + ", this library knows "
                                + steps.size() + ". Maybe use the release that wrote them?");
            }
            MasterKey master = given == null ? ownKey(connection) : given;
            for (Step step : steps.subList(version, steps.size())) {
                step.apply(statement, master);
            }
            if (version < steps.size()) {
                statement.execute("DELETE FROM comptoir_schema");
                statement.execute("INSERT INTO comptoir_schema (version) VALUES (" + steps.size() + ")");
            }
            return master;
        }
    }

    private static MasterKey ownKey(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS comptoir_master_key (key BYTEA NOT NULL)");
            try (ResultSet row = statement.executeQuery("SELECT key FROM comptoir_master_key")) {
                if (row.next()) {
                    return MasterKey.of(row.getBytes(1));
                }
            }
        }
        byte[] key = LocalMasterKey.random();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO comptoir_master_key (key) VALUES (?)")) {
            insert.setBytes(1, key);
            insert.executeUpdate();
        }
        return MasterKey.of(key);
    }

    private static void eventsAndProducts(Statement statement, MasterKey master) throws SQLException {
        for (String table : FIRST_TABLES) {
            statement.execute(table);
        }
    }

    private static void descriptionsAndAttributes(Statement statement, MasterKey master) throws SQLException {
        statement.execute("ALTER TABLE comptoir_product ADD COLUMN description TEXT, ADD COLUMN attributes TEXT");
    }

    /** Leads from one version to the next; within a transaction that is not its own. */
    interface Step {
        void apply(Statement statement, MasterKey master) throws SQLException;
    }

    private static @Nullable String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
