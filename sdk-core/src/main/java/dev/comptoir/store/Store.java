package dev.comptoir.store;

import dev.comptoir.CustomerId;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one business keeps what it owns. Thread-safe. Implementations are checked by {@code StoreContract} of
 * sdk-testkit.
 */
public interface Store extends AutoCloseable {
    EventStore events();

    ProductStore products();

    /** What was derived from the events. */
    SnapshotStore snapshots();

    /** What was done with customers' data. */
    AuditStore audit();

    /**
     * Erases customers: their events, their key, and all snapshots, in one transaction with the records of it; then cleans
     * the files so that no byte of them is left where this store can clean. An erasure that was cut short is finished when the
     * store is next opened. Events of the same ids are not kept again: {@link EventStore.Outcome#ERASED}.
     *
     * @return who was erased, in the order given: everyone but those who were left alone because of a newer event
     * @throws dev.comptoir.error.StoreException if it failed; the message says whether before or after the data were gone
     */
    List<CustomerId> erase(List<Erasing.Target> targets, Erasing erasing);

    /**
     * Writes everything as of now into a new file, durable when this returns, while appends go on.
     *
     * @throws UnsupportedOperationException if this store lives where other tools make the backups, or nowhere
     * @throws IllegalArgumentException if the file exists: nothing is ever overwritten
     * @throws dev.comptoir.error.StoreException if it could not be written; then there is no such file
     */
    default void backup(Path target) {
        throw new UnsupportedOperationException(
                "This store writes no backups. Maybe use those of the database that holds it?");
    }

    /** Gives back files and memory; what was acknowledged stays. */
    @Override
    void close();
}
