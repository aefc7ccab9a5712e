package dev.comptoir.store;

import dev.comptoir.catalog.Product;
import java.util.Collection;
import java.util.List;

/** Keeps products, one per id, the last one put. Thread-safe. */
public interface ProductStore {
    /**
     * Keeps all or none; durable when it returns.
     *
     * @throws dev.comptoir.error.StoreException if they could not be kept
     */
    void put(Collection<Product> products);

    /** All products in the order of their ids. */
    List<Product> all();
}
