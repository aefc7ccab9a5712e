package dev.comptoir.store;

/**
 * Where one business keeps what it owns. Thread-safe. Implementations are checked by {@code StoreContract} of
 * sdk-testkit.
 */
public interface Store extends AutoCloseable {
    EventStore events();

    ProductStore products();

    /** Gives back files and memory; what was acknowledged stays. */
    @Override
    void close();
}
