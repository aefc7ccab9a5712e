package dev.comptoir.store.jdbc;

import dev.comptoir.BusinessId;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Any number of businesses in one PostgreSQL database: a business is rows. Thread-safe. The driver and the pool are the
 * vendor's; a connection is taken for one transaction or one page and given back. The data source is never closed here.
 *
 * <p>Hand in the pool itself, not a wrapper that joins transactions of the application: what {@code append} has returned for
 * must be committed.
 */
public final class PostgresDatabase {
    private final PostgresTransactions transactions;
    private final MasterKey master;

    private PostgresDatabase(PostgresTransactions transactions, MasterKey master) {
        this.transactions = transactions;
        this.master = master;
    }

    /**
     * Checks the server and makes the tables where there are none; several processes may do so at once.
     *
     * @param master what the businesses' secrets are wrapped with; where it is null, a key is made at the first start and kept
     *     in the database itself, which protects nothing from those who can read all of it
     * @throws dev.comptoir.error.ConfigurationException if it is no PostgreSQL, or one that may lose what it has
     *     acknowledged ({@code fsync} off), or not in UTF-8
     * @throws StoreException if it cannot be reached, the tables cannot be made, or a newer release made them
     */
    public static PostgresDatabase open(DataSource connections, @Nullable MasterKey master) {
        PostgresTransactions transactions = new PostgresTransactions(connections);
        transactions.read(connection -> {
            PostgresSchema.checkServer(connection);
            return true;
        });
        MasterKey known = transactions.write(connection -> PostgresSchema.prepare(connection, master));
        return new PostgresDatabase(transactions, known);
    }

    /**
     * Makes the rows of a business from a backup: one that a business in a database or in a file wrote. It is checked and stays.
     *
     * @param now for the audit log
     * @throws IllegalArgumentException if the business exists already, or the backup does not
     * @throws StoreException if the backup is damaged, newer than this release, or sealed under another master key; then
     *     nothing has changed
     */
    public void restore(BusinessId business, Path backup, Instant now) {
        PostgresBackup.restore(transactions, business.value(), backup, master, now);
    }

    /** The store of one business; it has rows from the first thing it keeps. Holds no connection while it is not in use. */
    public Store store(BusinessId business) {
        return new PostgresStore(transactions, business, master);
    }
}
