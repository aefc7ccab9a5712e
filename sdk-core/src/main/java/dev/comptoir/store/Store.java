package dev.comptoir.store;

import java.nio.file.Path;

/**
 * Where one business keeps what it owns. Thread-safe. Implementations are checked by {@code StoreContract} of
 * sdk-testkit.
 */
public interface Store extends AutoCloseable {
    EventStore events();

    ProductStore products();

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
