package dev.comptoir.assist.lookup;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import java.util.Optional;

/** The application's stock. An implementation is thread-safe and only reads. */
@FunctionalInterface
public interface StockSource {
    /** How much of a product is there now; empty where it is not known. */
    Optional<StockLevel> stock(ProductId product);

    /** What the catalogue says: whether a product may be offered, without quantities. */
    static StockSource of(Catalog catalog) {
        return id -> catalog.find(id).map(Product::stock).map(StockLevel::of);
    }
}
