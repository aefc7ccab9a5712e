package dev.comptoir.store.jdbc;

import dev.comptoir.error.ClosedException;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.ProductStore;
import dev.comptoir.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The store of one business in one SQLite file, with write-ahead log and full synchronisation: what {@code append} has
 * returned for survives the end of the process and of the power. Thread-safe: one writer and one reader at a time, side by
 * side.
 */
public final class SqliteStore implements Store {
    /*
     * Two connections: in WAL mode the reader sees a snapshot and never waits for the writer. Each is used under its own
     * lock, because a SQLite connection is not made for two threads. Callers' code never runs under either.
     */
    static final int SCHEMA_VERSION = 1;
    private static final int APPLICATION_ID = 0x434d5054;

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final SqliteEventStore events;
    private final SqliteProductStore products;
    private volatile boolean closed;

    private SqliteStore(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
        this.events = new SqliteEventStore(this);
        this.products = new SqliteProductStore(this);
    }

    /**
     * Opens the file, or makes it. Checks that it is one of ours, whole, and not newer than this library.
     *
     * @throws CorruptStoreException if the file is damaged or something else; it is left as it is
     * @throws StoreException if it cannot be opened, or a newer release wrote it
     */
    public static SqliteStore open(Path file) {
        Connection writer = null;
        try {
            writer = connect(file, false);
            prepare(file, writer);
            return new SqliteStore(file, writer, connect(file, true));
        } catch (SQLException e) {
            closeQuietly(writer);
            throw failure(file, "open", e);
        } catch (RuntimeException e) {
            closeQuietly(writer);
            throw e;
        }
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public ProductStore products() {
        return products;
    }

    @Override
    public void close() {
        closed = true;
        writing.lock();
        reading.lock();
        try {
            closeQuietly(reader);
            closeQuietly(writer);
        } finally {
            reading.unlock();
            freeWriter();
        }
    }

    /** Runs one transaction: everything in it is kept and on disk when this returns, or nothing is. */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            ensureOpen();
            try {
                T result = work.on(writer);
                writer.commit();
                return result;
            } catch (SQLException e) {
                rollback();
                throw failure(file, "write", e);
            } catch (RuntimeException | Error e) {
                rollback();
                throw e;
            }
        } finally {
            freeWriter();
        }
    }

    /** Runs something if nobody else writes now; false, at once, if somebody does. */
    boolean tryExclusively(Runnable work) {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            work.run();
        } finally {
            freeWriter();
        }
        return true;
    }

    private void freeWriter() {
        writing.unlock();
        if (!writing.isHeldByCurrentThread()) {
            events.wakeNext();
        }
    }

    <T> T read(Work<T> work) {
        reading.lock();
        try {
            ensureOpen();
            return work.on(reader);
        } catch (SQLException e) {
            throw failure(file, "read", e);
        } finally {
            reading.unlock();
        }
    }

    private void rollback() {
        try {
            writer.rollback();
        } catch (SQLException ignored) {
            // SQLite has undone the transaction itself, as it does when the disk is full.
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new ClosedException("The store of this business has been closed.");
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        if (readOnly) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        } else {
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private static void prepare(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = number(statement, "PRAGMA user_version");
            boolean empty = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
            if (!empty && number(statement, "PRAGMA application_id") != APPLICATION_ID) {
                throw new CorruptStoreException(
                        ErrorCode.STORE_CORRUPT,
                        "The file " + file.getFileName() + " is a database of something else. It was left as it is.");
            }
            if (version > SCHEMA_VERSION) {
                throw new StoreException(
                        ErrorCode.STORE_TOO_NEW,
                        "The file " + file.getFileName() + " has schema version " + version + ", this library knows "
                                + SCHEMA_VERSION + ". Maybe use the release that wrote it?");
            }
            if (empty) {
                create(statement);
            } else {
                check(file, statement);
            }
        }
        connection.commit();
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
        statement.execute(
                "CREATE TABLE event (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
                        + " at INTEGER NOT NULL, customer TEXT, body TEXT NOT NULL) STRICT");
        statement.execute("CREATE INDEX event_by_time ON event (at, id)");
        statement.execute("CREATE INDEX event_by_customer ON event (customer, at, id) WHERE customer IS NOT NULL");
        statement.execute("CREATE TABLE product (id TEXT PRIMARY KEY, title TEXT NOT NULL, category TEXT,"
                + " price INTEGER, currency TEXT, stock TEXT NOT NULL) STRICT, WITHOUT ROWID");
    }

    private static void check(Path file, Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = rows.next() ? rows.getString(1) : "no answer";
            if (!"ok".equals(found)) {
                throw new CorruptStoreException(ErrorCode.STORE_CORRUPT, damaged(file, found));
            }
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    static StoreException failure(Path file, String what, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes keep the primary code in their lowest byte.
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new CorruptStoreException(ErrorCode.STORE_CORRUPT, damaged(file, code.name()), e);
        }
        String hint = primary == SQLiteErrorCode.SQLITE_FULL.code
                ? " The disk is full; nothing of this call was kept."
                : primary == SQLiteErrorCode.SQLITE_READONLY.code || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                        ? " Maybe the folder or the file may not be written by this process?"
                        : "";
        return new StoreException(
                ErrorCode.STORE_FAILED,
                "Could not " + what + " the file " + file.getFileName() + " (" + code.name() + ")." + hint,
                e);
    }

    private static String damaged(Path file, String finding) {
        return "The file " + file.getFileName() + " is damaged or no store (" + finding
                + "). It was left as it is. Maybe restore it from a backup?";
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException ignored) {
            // Everything acknowledged is on disk; a file that will not close tells nothing more.
        }
    }

    /** Something to do with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
