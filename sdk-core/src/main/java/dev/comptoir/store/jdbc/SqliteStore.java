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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
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
            SqliteSchema.prepare(file, writer);
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

    /**
     * Writes a copy as of now: no append waits for it, and none that comes meanwhile is in it. Reads and writes as many bytes as
     * the events have; meanwhile the write-ahead log grows with what is appended.
     */
    @Override
    public void backup(Path target) {
        ensureOpen();
        SqliteBackup.write(file, target);
    }

    /**
     * Makes the file of a business from a backup, which is checked and copied.
     *
     * @throws IllegalArgumentException if the file exists, or the backup does not
     * @throws StoreException if the backup is damaged, is none, or cannot be copied; then there is no file
     */
    public static void restore(Path backup, Path file) {
        SqliteBackup.restore(backup, file);
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
            return transaction(writer, work);
        } catch (SQLException e) {
            throw failure(file, "write", e);
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

    /**
     * Runs something between BEGIN and COMMIT. The driver's own commit and rollback begin the next transaction at once: that would
     * hold the file's write lock while idle, and after a failure that SQLite has answered with a rollback of its own (a full disk)
     * they would leave the connection without any transaction, unnoticed.
     */
    static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            boolean committed = false;
            try {
                T result = work.on(connection);
                statement.execute("COMMIT");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollback(statement);
                }
            }
        }
    }

    private static void rollback(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException ignored) {
            // SQLite has undone the transaction itself, as it does when the disk is full.
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new ClosedException("The store of this business has been closed.");
        }
    }

    static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            if (readOnly) {
                statement.execute("PRAGMA query_only = ON");
            } else {
                // Without this the driver tries a transaction of its own after each row. It begins one here; see
                // transaction.
                connection.setAutoCommit(false);
                statement.execute("ROLLBACK");
            }
        }
        return connection;
    }

    static StoreException failure(Path file, String what, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes keep the primary code in their lowest byte.
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return damaged(file, code.name(), e);
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

    static CorruptStoreException damaged(Path file, String finding, @Nullable SQLException cause) {
        return new CorruptStoreException(
                ErrorCode.STORE_CORRUPT,
                "The file " + file.getFileName() + " is damaged or no store (" + finding
                        + "). It was left as it is. Maybe restore it from a backup?",
                cause);
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
