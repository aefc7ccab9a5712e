package dev.comptoir.store.jdbc;

import dev.comptoir.BusinessId;
import dev.comptoir.CustomerId;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.AuditChain;
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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one business. Thread-safe, also together with other stores of the same business in other processes. */
final class PostgresStore implements Store {
    private final PostgresTransactions database;
    private final String business;
    private final MasterKey master;
    private final Access access = new Access();
    private final CustomerKeys customers = new CustomerKeys(access);
    private final PostgresEventStore events;
    private final ProductStore products;
    private final JdbcAuditStore audit = new JdbcAuditStore(access);
    private final JdbcSnapshotStore snapshots;
    /** What never changes once the business exists. */
    private volatile @Nullable Opened opened;

    private volatile boolean closed;

    PostgresStore(PostgresTransactions database, BusinessId business, MasterKey master) {
        this.database = database;
        this.business = business.value();
        this.master = master;
        this.events = new PostgresEventStore(this, access, customers);
        this.products = new PostgresProductStore(this);
        this.snapshots = new JdbcSnapshotStore(access, events::erasures);
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
     * Rows and key are deleted at once; VACUUM then frees their place. What PostgreSQL itself keeps of them for a while, in its
     * write-ahead log, its replicas and its backups, is sealed with the key that was deleted, but the key's row is there
     * too: their time of keeping is the database's own to set.
     */
    @Override
    public List<CustomerId> erase(List<Erasing.Target> targets, Erasing erasing) {
        JdbcErasure erasure = new JdbcErasure(access, audit);
        List<CustomerId> erased = access.write(connection -> {
            List<CustomerId> gone = erasure.erase(connection, targets, erasing);
            if (!gone.isEmpty()) {
                try (PreparedStatement update = connection.prepareStatement(
                        access.tables().updateBusiness("erasures = erasures + 1, last_sequence = last_sequence + 1"))) {
                    update.executeUpdate();
                }
            }
            return gone;
        });
        if (!erased.isEmpty()) {
            customers.seen(events.erasures());
            database.vacuum("comptoir_event, comptoir_customer_key, comptoir_snapshot, comptoir_snapshot_part");
        }
        return erased;
    }

    /** A file as the SQLite store has it, so that a business can move between the two. */
    @Override
    public void backup(Path target) {
        ensureOpen();
        PostgresBackup.write(database, opened().tables(), master, target);
    }

    /** Within a transaction: the row of a new business, whose secret is filled in by who calls. */
    static Tables insertNew(Connection connection, String business) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO comptoir_business (id, secret, audit_head) VALUES (?, '', '')"
                        + " ON CONFLICT (id) DO NOTHING RETURNING number")) {
            insert.setString(1, business);
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException(
                            "The business exists and is not overwritten. Maybe restore it under another id?");
                }
                return Tables.of(row.getLong(1));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The id of the business, for the queries. */
    String business() {
        return business;
    }

    <T> T read(JdbcStore.Work<T> work) {
        ensureOpen();
        return database.read(work);
    }

    /** Runs a transaction that is alone in writing to this business, in this process and all others. */
    <T> T write(Exclusive<T> work) {
        ensureOpen();
        return database.write(connection -> work.on(connection, lock(connection)));
    }

    /** Number and keys of the business, which comes into being with this. */
    private Opened opened() {
        Opened known = opened;
        if (known == null) {
            write((connection, row) -> row);
            known = existing();
        }
        if (known == null) {
            throw new StoreException(ErrorCode.STORE_FAILED, "The row of a business was removed while it was in use.");
        }
        return known;
    }

    /** The same, or null where there is no such business yet. */
    private @Nullable Opened existing() {
        Opened known = opened;
        if (known == null) {
            known = database.read(this::open).orElse(null);
            opened = known;
        }
        return known;
    }

    private Optional<Opened> open(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT number, secret, erasures FROM comptoir_business WHERE id = ?")) {
            select.setString(1, business);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                customers.seen(row.getLong(3));
                return Optional.of(new Opened(
                        Tables.of(row.getLong(1)), BusinessKeys.open(master, row.getBytes(2), "A business's rows")));
            }
        }
    }

    /*
     * The row of the business is locked to the end of the transaction, so that sequence numbers become visible in their order:
     * whoever gives out a higher one has seen the lower ones committed. A sequence of the database or a serial column would
     * not do: a smaller number could commit after a reader has passed it. A row rather than an advisory lock, because it
     * holds the number as well, cannot collide with another business or with locks of the application, and is freed with
     * its transaction.
     */
    private Row lock(Connection connection) throws SQLException {
        Row row = find(connection);
        if (row == null) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO comptoir_business (id, secret, audit_head) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
                insert.setString(1, business);
                BusinessKeys keys = BusinessKeys.create(master);
                insert.setBytes(2, keys.wrapped());
                insert.setBytes(3, new AuditChain(keys).sealHead(AuditChain.Link.NONE));
                insert.executeUpdate();
            }
            row = find(connection);
        }
        if (row == null) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED, "The row of a business was removed while it was being written.");
        }
        return row;
    }

    private @Nullable Row find(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, last_sequence, last_customer, erasures FROM comptoir_business WHERE id = ? FOR UPDATE")) {
            select.setString(1, business);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Row(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)) : null;
            }
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new ClosedException("The store of this business has been closed.");
        }
    }

    /**
     * A business, locked.
     *
     * @param number what its rows are found by
     * @param lastSequence the sequence number given out last
     * @param lastCustomer the number of a customer given out last
     * @param erasures how many erasures there have been
     */
    record Row(long number, long lastSequence, long lastCustomer, long erasures) {}

    private record Opened(Tables tables, BusinessKeys keys) {}

    /** What the parts that are the same over every database see of this store. */
    private final class Access implements JdbcStore {
        @Override
        public <T> T write(Work<T> work) {
            opened();
            return PostgresStore.this.write((connection, row) -> work.on(connection));
        }

        @Override
        public <T> T read(T ifAbsent, Work<T> work) {
            ensureOpen();
            return existing() == null ? ifAbsent : database.read(work);
        }

        @Override
        public Tables tables() {
            return opened().tables();
        }

        @Override
        public BusinessKeys keys() {
            return opened().keys();
        }

        @Override
        public Map<Hash, Found> find(Connection connection, List<Hash> lookUps) throws SQLException {
            Map<Hash, Found> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT look_up, number, sealed" + tables().from("customer_key") + " AND look_up = ANY (?)")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "bytea", lookUps.stream().map(Hash::bytes).toArray(byte[][]::new)));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(new Hash(row.getBytes(1)), new Found(row.getLong(2), row.getBytes(3)));
                    }
                }
            }
            return found;
        }

        @Override
        public CorruptStoreException damaged(String finding, @Nullable Throwable cause) {
            return new CorruptStoreException(
                    ErrorCode.STORE_CORRUPT,
                    "The rows of a business are damaged (" + finding + "). Maybe restore them from a backup?",
                    cause);
        }
    }

    /** Something to do while the business is locked. */
    interface Exclusive<T> {
        T on(Connection connection, Row business) throws SQLException;
    }
}
