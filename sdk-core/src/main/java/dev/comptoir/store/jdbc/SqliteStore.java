package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.AuditStore;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.ProductStore;
import dev.comptoir.store.SnapshotStore;
import dev.comptoir.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The store of one business in one SQLite file, with write-ahead log and full synchronisation: what {@code append} has
 * returned for survives the end of the process and of the power. Thread-safe: one writer and several
 * readers at a time, side by side.
 */
public final class SqliteStore implements Store {
    /*
     * In WAL mode a reader sees a snapshot and never waits for the writer. Each connection is used by one thread at a time,
     * because a SQLite connection is not made for two. Callers' code never runs while one is held.
     */
    private final Path file;
    private final Connection writer;
    private final SqliteReaders readers;
    private final ReentrantLock writing = new ReentrantLock();
    private final Access access = new Access();
    private final BusinessKeys keys;
    private final CustomerKeys customers;
    private final SqliteEventStore events;
    private final SqliteProductStore products;
    private final JdbcAuditStore audit;
    private final JdbcSnapshotStore snapshots;
    private volatile boolean closed;

    private SqliteStore(Path file, Connection writer, SqliteReaders readers, BusinessKeys keys) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
        this.keys = keys;
        this.customers = new CustomerKeys(access);
        this.events = new SqliteEventStore(this, access, customers);
        this.products = new SqliteProductStore(this);
        this.audit = new JdbcAuditStore(access);
        this.snapshots = new JdbcSnapshotStore(access, events::erasures);
    }

    /**
     * Opens the file, or makes it. Checks that it is one of ours, whole, and not newer than this library. Finishes an erasure
     * that was cut short: that takes the time of writing the file anew.
     *
     * @param master what the business's secret is wrapped with
     *
     * @throws CorruptStoreException if the file is damaged or something else; it is left as it is
     * @throws StoreException if it cannot be opened, a newer release wrote it, or it was sealed under another master key
     */
    public static SqliteStore open(Path file, MasterKey master) {
        Connection writer = null;
        SqliteReaders readers = null;
        try {
            writer = connect(file, false);
            SqliteSchema.prepare(file, writer, master);
            BusinessKeys keys = BusinessKeys.open(master, secret(file, writer), "The file " + file.getFileName());
            SqliteCleaning.finish(file, writer);
            readers = new SqliteReaders(file);
            SqliteStore store = new SqliteStore(file, writer, readers, keys);
            store.customers.seen(store.events.erasures());
            return store;
        } catch (SQLException e) {
            closeQuietly(writer, readers);
            throw failure(file, "open", e);
        } catch (RuntimeException e) {
            closeQuietly(writer, readers);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable Connection writer, @Nullable SqliteReaders readers) {
        if (readers != null) {
            readers.close();
        }
        closeQuietly(writer);
    }

    private static byte[] secret(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT secret FROM business")) {
            if (!row.next()) {
                throw damaged(file, "no secret", null);
            }
            return row.getBytes(1);
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
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    /**
     * Takes the time of writing the whole file anew, in which appends wait: only so is no byte left in it. Not cleaned is
     * what the file system itself keeps elsewhere: its own snapshots, and blocks given back to it.
     */
    @Override
    public List<CustomerId> erase(List<Erasing.Target> targets, Erasing erasing) {
        JdbcErasure erasure = new JdbcErasure(access, audit);
        writing.lock();
        try {
            List<CustomerId> erased = write(connection -> {
                long last = SqliteCleaning.lastSequence(connection);
                List<CustomerId> gone = erasure.erase(connection, targets, erasing);
                if (!gone.isEmpty()) {
                    SqliteCleaning.begin(connection, last);
                    register(gone);
                }
                return gone;
            });
            if (!erased.isEmpty()) {
                customers.seen(events.erasures());
                events.closeStatements();
                SqliteCleaning.finish(file, writer);
            }
            return erased;
        } catch (SQLException e) {
            throw failure(file, "clean", e);
        } finally {
            freeWriter();
        }
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
     * Makes the file of a business from a backup, which is checked and copied. Who was erased since the backup was written, by
     * the register beside the file, is erased again.
     *
     * @param now for the audit log
     * @throws IllegalArgumentException if the file exists, or the backup does not
     * @throws StoreException if the backup is damaged, is none, or cannot be copied; then there is no file
     */
    public static void restore(Path backup, Path file, MasterKey master, Instant now) {
        SqliteBackup.restore(backup, file, master, now);
    }

    /** Before the commit: rather one too many in it, whose erasure failed and is asked for again, than one missing. */
    private void register(List<CustomerId> gone) {
        BusinessKeys.Hashes lookUps = keys.lookUps();
        try {
            ErasureRegister.add(
                    file,
                    gone.stream()
                            .map(customer -> new Hash(lookUps.of(customer.value())))
                            .toList());
        } catch (IOException e) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED,
                    "The register of erasures beside " + file.getFileName()
                            + " could not be written; nothing was erased.",
                    e);
        }
    }

    /** Erases those of a register who are in this store, which was copied from a backup; how many there were. */
    int eraseAgain(List<Hash> register, Instant now) {
        if (register.isEmpty()) {
            return 0;
        }
        List<Erasing.Target> targets = read(connection -> {
            List<Erasing.Target> known = new ArrayList<>();
            for (Map.Entry<Hash, JdbcStore.Found> found :
                    access.find(connection, register).entrySet()) {
                CustomerId customer = customers
                        .of(keys, keys.sealer(), found.getValue().number(), found.getValue()::sealed)
                        .customer();
                known.add(new Erasing.Target(customer, Long.MAX_VALUE));
            }
            return known;
        });
        if (!targets.isEmpty()) {
            erase(
                    targets,
                    (erased, signer) -> new AuditDraft(
                            now, AuditAction.RESTORE, "comptoir", erased.customer(), "erased again after a restore"));
        }
        return targets.size();
    }

    @Override
    public void close() {
        closed = true;
        writing.lock();
        try {
            readers.close();
            closeQuietly(writer);
        } finally {
            freeWriter();
        }
    }

    /** The same store for the parts that are the same over every database. */
    JdbcStore access() {
        return access;
    }

    /** Runs one transaction: everything in it is kept and on disk when this returns, or nothing is. */
    <T> T write(JdbcStore.Work<T> work) {
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

    <T> T read(JdbcStore.Work<T> work) {
        ensureOpen();
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw failure(file, "read", e);
        }
    }

    /**
     * Runs something between BEGIN and COMMIT. The driver's own commit and rollback begin the next transaction at once: that would
     * hold the file's write lock while idle, and after a failure that SQLite has answered with a rollback of its own (a full disk)
     * they would leave the connection without any transaction, unnoticed.
     */
    static <T> T transaction(Connection connection, JdbcStore.Work<T> work) throws SQLException {
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
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ) {
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

    static CorruptStoreException damaged(Path file, String finding, @Nullable Throwable cause) {
        return new CorruptStoreException(
                ErrorCode.STORE_CORRUPT,
                "The file " + file.getFileName() + " is damaged or no store (" + finding
                        + "). It was left as it is. Maybe restore it from a backup?",
                cause);
    }

    static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException ignored) {
            // Everything acknowledged is on disk; a file that will not close tells nothing more.
        }
    }

    /** What the parts that are the same over every database see of this store. */
    private final class Access implements JdbcStore {
        @Override
        public <T> T write(Work<T> work) {
            return SqliteStore.this.write(work);
        }

        @Override
        public <T> T read(T ifAbsent, Work<T> work) {
            return SqliteStore.this.read(work);
        }

        @Override
        public Tables tables() {
            return Tables.alone();
        }

        @Override
        public BusinessKeys keys() {
            return keys;
        }

        @Override
        public Map<Hash, Found> find(Connection connection, List<Hash> lookUps) throws SQLException {
            Map<Hash, Found> found = new HashMap<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT number, sealed FROM customer_key WHERE look_up = ?")) {
                for (Hash lookUp : lookUps) {
                    select.setBytes(1, lookUp.bytes());
                    try (ResultSet row = select.executeQuery()) {
                        if (row.next()) {
                            found.put(lookUp, new Found(row.getLong(1), row.getBytes(2)));
                        }
                    }
                }
            }
            return found;
        }

        @Override
        public CorruptStoreException damaged(String finding, @Nullable Throwable cause) {
            return SqliteStore.damaged(file, finding, cause);
        }
    }
}
