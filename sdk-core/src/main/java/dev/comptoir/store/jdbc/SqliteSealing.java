package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.AuditChain;
import dev.comptoir.crypto.internal.BusinessKeys;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The second version of a business's file: what is personal is sealed, and there is room for erasure, audit and snapshots. */
final class SqliteSealing {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE business (secret BLOB NOT NULL, last_sequence INTEGER NOT NULL DEFAULT 0,"
                    + " last_customer INTEGER NOT NULL DEFAULT 0, erasures INTEGER NOT NULL DEFAULT 0,"
                    + " unclean INTEGER NOT NULL DEFAULT 0, last_snapshot INTEGER NOT NULL DEFAULT 0,"
                    + " signing_public BLOB, signing_private BLOB, audit_head BLOB NOT NULL) STRICT",
            "CREATE TABLE customer_key (number INTEGER PRIMARY KEY, look_up BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL)"
                    + " STRICT",
            "CREATE TABLE event (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
                    + " at INTEGER NOT NULL, customer INTEGER, body BLOB NOT NULL) STRICT",
            "CREATE INDEX event_by_time ON event (at, id)",
            "CREATE INDEX event_by_customer ON event (customer, at, id) WHERE customer IS NOT NULL",
            "CREATE TABLE erased (event BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
            "CREATE TABLE audit (sequence INTEGER PRIMARY KEY, entry BLOB NOT NULL, hash BLOB NOT NULL) STRICT",
            "CREATE TABLE snapshot (number INTEGER PRIMARY KEY, name TEXT NOT NULL, parts INTEGER,"
                    + " version INTEGER NOT NULL, sequence INTEGER NOT NULL, erasures INTEGER NOT NULL,"
                    + " at INTEGER NOT NULL) STRICT",
            "CREATE TABLE snapshot_part (snapshot INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL,"
                    + " PRIMARY KEY (snapshot, part)) STRICT, WITHOUT ROWID");

    private SqliteSealing() {}

    /** Leads from version 1 to version 2. */
    static void applyTo(Statement statement, MasterKey master) throws SQLException {
        statement.execute("DROP INDEX event_by_time");
        statement.execute("DROP INDEX event_by_customer");
        statement.execute("ALTER TABLE event RENAME TO plain_event");
        for (String table : TABLES) {
            statement.execute(table);
        }
        BusinessKeys keys = BusinessKeys.create(master);
        try (PreparedStatement insert =
                statement.getConnection().prepareStatement("INSERT INTO business (secret, audit_head) VALUES (?, ?)")) {
            insert.setBytes(1, keys.wrapped());
            insert.setBytes(2, new AuditChain(keys).sealHead(AuditChain.Link.NONE));
            insert.executeUpdate();
        }
        if (new PlainEvents(statement.getConnection(), Tables.alone(), keys).seal()) {
            // What stood in the clear is cleaned away when the file is next opened.
            statement.execute("UPDATE business SET unclean = 1");
        }
        statement.execute("DROP TABLE plain_event");
    }
}
