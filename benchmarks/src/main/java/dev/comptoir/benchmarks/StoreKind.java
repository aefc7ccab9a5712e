package dev.comptoir.benchmarks;

import dev.comptoir.Comptoir;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.store.Store;
import java.io.IOException;
import java.sql.SQLException;

/** A kind of store, and the places where new ones of it are made. */
interface StoreKind extends AutoCloseable {
    /** The key of every store here. */
    MasterKey MASTER = MasterKey.of(new byte[32]);

    /** A new and empty place for one business. */
    Place place() throws SQLException;

    /** An engine over the place of many businesses, the same each time. */
    Comptoir.Builder engine();

    /** Whether there is a limit by JDBC, and a business that is closed comes back: false in memory. */
    boolean isDatabase();

    /** The first answer about a business of the engine, by JDBC alone, without any check. */
    void rawOpen(String business) throws SQLException;

    @Override
    void close() throws IOException;

    /** Where one business is kept; removed when closed. */
    interface Place extends AutoCloseable {
        /** The store of the business; the caller closes it. */
        Store open();

        /** The same by JDBC alone; the caller closes it. */
        RawStore raw() throws SQLException;

        /** Bytes on the disk; 0 in memory. */
        long bytes() throws SQLException, IOException;

        @Override
        void close() throws SQLException, IOException;
    }
}
