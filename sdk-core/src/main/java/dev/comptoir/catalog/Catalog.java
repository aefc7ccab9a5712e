package dev.comptoir.catalog;

import dev.comptoir.ProductId;
import java.util.Collection;
import java.util.Optional;

/**
 * What one business sells. A business that has never listed a product offers whatever it has sold; from the first listed
 * product on, only what is listed and {@linkplain Stock#AVAILABLE available} is offered. Thread-safe; changes are on disk when
 * the call returns.
 */
public interface Catalog {
    /** Lists a product, or replaces what was listed under its id. */
    void put(Product product);

    /** Lists many in one transaction. */
    void putAll(Collection<Product> products);

    /** The product as listed. */
    Optional<Product> find(ProductId id);

    /** All products ever listed, withdrawn ones too, in the order of their ids. */
    Collection<Product> all();

    /** How many are listed. */
    int size();

    /** Whether the product may be offered today. */
    default boolean offers(ProductId id) {
        return size() == 0
                || find(id).map(product -> product.stock() == Stock.AVAILABLE).orElse(false);
    }

    /** What to call a product in front of people: its title, or its id where it is not listed. */
    default String title(ProductId id) {
        return find(id).map(Product::title).orElse(id.value());
    }

    /** A number that is another after every change, and may be after the business was idle; 0 for an empty catalogue. */
    long version();
}
