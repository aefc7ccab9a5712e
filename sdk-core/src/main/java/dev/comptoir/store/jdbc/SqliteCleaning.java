package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Leaves no byte of what was erased in a business's file and its log. */
final class SqliteCleaning {
    /*
     * Deleting rows is not enough: SQLite leaves what was deleted in free pages, in the gaps that rows leave when a page is
     * split, and in the log. VACUUM writes the file anew from what is still there; the log is emptied afterwards. The mark is
     * set with the deletion and taken away last: a process killed in between does it again when the file is next opened.
     */
    private SqliteCleaning() {}

    /** The number of the last event, before the transaction deletes any. */
    static long lastSequence(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return number(
                    statement,
                    "SELECT max(last_sequence, coalesce((SELECT max(sequence) FROM event), 0)) FROM business");
        }
    }

    /**
     * Within the transaction that deletes: says that cleaning is due, and that what was read before is no longer so.
     *
     * @param lastSequence before it: the number never goes back, so that no one who reads on from it misses an event
     */
    static void begin(Connection connection, long lastSequence) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE business SET unclean = 1, erasures = erasures + 1, last_sequence = " + (lastSequence + 1));
        }
    }

    /**
     * Does what is due, outside of any transaction; does nothing where nothing is.
     *
     * @throws StoreException if somebody else still reads what was erased
     */
    static void finish(Path file, Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            if (number(statement, "SELECT unclean FROM business") == 0) {
                return;
            }
            statement.execute("VACUUM");
            if (number(statement, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
                throw new StoreException(
                        ErrorCode.STORE_FAILED,
                        "What was erased from the file " + file.getFileName()
                                + " is gone for every reader, but its bytes"
                                + " could not be cleaned yet, because the file is still being read. It is done when the"
                                + " business is next opened, or with the next erasure.");
            }
            statement.execute("UPDATE business SET unclean = 0");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
