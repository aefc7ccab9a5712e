package dev.comptoir.profile.internal;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which product is in which category, as the catalogue had it at one moment. Immutable. */
final class Categories {
    static final Categories NONE = new Categories(0, Map.of());

    private final long version;
    private final Map<ProductId, String> byProduct;

    private Categories(long version, Map<ProductId, String> byProduct) {
        this.version = version;
        this.byProduct = byProduct;
    }

    /** As the catalogue has it now: these where nothing changed that matters here, such as prices and stock. */
    Categories refreshed(Catalog catalog) {
        // Read first: where the catalogue changes meanwhile, the next call sees another version.
        long now = catalog.version();
        if (now == version) {
            return this;
        }
        Map<ProductId, String> fresh = new HashMap<>();
        for (Product product : catalog.all()) {
            String category = product.category();
            if (category != null) {
                fresh.put(product.id(), category);
            }
        }
        return new Categories(now, fresh.equals(byProduct) ? byProduct : fresh);
    }

    /** Whether every product is where it is there. */
    boolean sameAs(Categories other) {
        return byProduct == other.byProduct || byProduct.equals(other.byProduct);
    }

    @Nullable
    String of(ProductId product) {
        return byProduct.get(product);
    }
}
