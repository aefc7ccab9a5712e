package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.AuditChain;
import dev.comptoir.crypto.internal.BusinessKeys;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The second version of the tables: what is personal is sealed, and there is room for erasure, audit and snapshots. */
final class PostgresSealing {
    private static final List<String> TABLES = List.of(
            "DROP INDEX comptoir_event_by_time",
            "DROP INDEX comptoir_event_by_customer",
            "ALTER TABLE comptoir_event RENAME TO comptoir_plain_event",
            "ALTER TABLE comptoir_plain_event RENAME CONSTRAINT comptoir_event_pkey TO comptoir_plain_event_pkey",
            "ALTER TABLE comptoir_plain_event RENAME CONSTRAINT comptoir_event_business_id_key"
                    + " TO comptoir_plain_event_business_id_key",
            "ALTER TABLE comptoir_business ADD COLUMN secret BYTEA, ADD COLUMN last_customer BIGINT NOT NULL DEFAULT 0,"
                    + " ADD COLUMN erasures BIGINT NOT NULL DEFAULT 0,"
                    + " ADD COLUMN last_snapshot BIGINT NOT NULL DEFAULT 0, ADD COLUMN signing_public BYTEA,"
                    + " ADD COLUMN signing_private BYTEA, ADD COLUMN audit_head BYTEA",
            "CREATE TABLE comptoir_customer_key (business BIGINT NOT NULL, number BIGINT NOT NULL,"
                    + " look_up BYTEA NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY (business, number),"
                    + " UNIQUE (business, look_up))",
            "CREATE TABLE comptoir_event (business BIGINT NOT NULL, sequence BIGINT NOT NULL,"
                    + " id TEXT COLLATE \"C\" NOT NULL, kind TEXT COLLATE \"C\" NOT NULL, at BIGINT NOT NULL,"
                    + " customer BIGINT, body BYTEA NOT NULL,"
                    + " PRIMARY KEY (business, sequence), UNIQUE (business, id))",
            "CREATE INDEX comptoir_event_by_time ON comptoir_event (business, at, id)",
            "CREATE INDEX comptoir_event_by_customer ON comptoir_event (business, customer, at, id)"
                    + " WHERE customer IS NOT NULL",
            "CREATE TABLE comptoir_erased (business BIGINT NOT NULL, event BYTEA NOT NULL,"
                    + " PRIMARY KEY (business, event))",
            "CREATE TABLE comptoir_audit (business BIGINT NOT NULL, sequence BIGINT NOT NULL, entry BYTEA NOT NULL,"
                    + " hash BYTEA NOT NULL, PRIMARY KEY (business, sequence))",
            "CREATE TABLE comptoir_snapshot (business BIGINT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL,"
                    + " parts INTEGER, version INTEGER NOT NULL, sequence BIGINT NOT NULL, erasures BIGINT NOT NULL,"
                    + " at BIGINT NOT NULL, PRIMARY KEY (business, number))",
            "CREATE TABLE comptoir_snapshot_part (business BIGINT NOT NULL, snapshot BIGINT NOT NULL,"
                    + " part INTEGER NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (business, snapshot, part))");

    private PostgresSealing() {}

    /** Leads from version 1 to version 2. */
    static void applyTo(Statement statement, MasterKey master) throws SQLException {
        for (String table : TABLES) {
            statement.execute(table);
        }
        List<Long> businesses = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT number FROM comptoir_business ORDER BY number")) {
            while (row.next()) {
                businesses.add(row.getLong(1));
            }
        }
        for (long business : businesses) {
            BusinessKeys keys = BusinessKeys.create(master);
            Tables tables = Tables.of(business);
            try (PreparedStatement update =
                    statement.getConnection().prepareStatement(tables.updateBusiness("secret = ?, audit_head = ?"))) {
                update.setBytes(1, keys.wrapped());
                update.setBytes(2, new AuditChain(keys).sealHead(AuditChain.Link.NONE));
                update.executeUpdate();
            }
            new PlainEvents(statement.getConnection(), tables, keys).seal();
        }
        statement.execute("ALTER TABLE comptoir_business ALTER COLUMN secret SET NOT NULL,"
                + " ALTER COLUMN audit_head SET NOT NULL");
        statement.execute("DROP TABLE comptoir_plain_event");
    }
}
