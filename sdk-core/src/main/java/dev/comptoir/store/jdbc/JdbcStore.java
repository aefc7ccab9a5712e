package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.error.CorruptStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of a store that are the same over every database need of it. Thread-safe. */
interface JdbcStore {
    /** Runs one transaction, alone in writing to this business: all of it is kept when this returns, or nothing is. */
    <T> T write(Work<T> work);

    /** Reads what is committed; {@code ifAbsent} where the business does not exist yet. */
    <T> T read(T ifAbsent, Work<T> work);

    /** Within {@link #write} and {@link #read}. */
    Tables tables();

    /** Within {@link #write} and {@link #read}. */
    BusinessKeys keys();

    /** Finds customers by the hashes of their ids; whoever is not there is not in the answer. */
    Map<Hash, Found> find(Connection connection, List<Hash> lookUps) throws SQLException;

    CorruptStoreException damaged(String finding, @Nullable Throwable cause);

    /** Something to do with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The row of a customer: its number, and its key, sealed. */
    final class Found {
        private final long number;
        private final byte[] sealed;

        Found(long number, byte[] sealed) {
            this.number = number;
            this.sealed = sealed;
        }

        long number() {
            return number;
        }

        byte[] sealed() {
            return sealed;
        }
    }
}
