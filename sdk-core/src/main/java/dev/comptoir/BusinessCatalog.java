package dev.comptoir;

import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The catalogue of one business: read from memory, written through to its store. */
final class BusinessCatalog implements Catalog {
    private final BusinessId id;
    private final Sessions sessions;

    BusinessCatalog(BusinessId id, Sessions sessions) {
        this.id = id;
        this.sessions = sessions;
    }

    @Override
    public void put(Product product) {
        putAll(List.of(product));
    }

    @Override
    public void putAll(Collection<Product> products) {
        List<Product> copy = List.copyOf(products);
        if (copy.isEmpty()) {
            return;
        }
        sessions.with(id, session -> {
            session.list(copy);
            return copy.size();
        });
    }

    @Override
    public Optional<Product> find(ProductId product) {
        return Optional.ofNullable(listing().products().get(product));
    }

    @Override
    public Collection<Product> all() {
        return listing().products().values();
    }

    @Override
    public int size() {
        return listing().products().size();
    }

    @Override
    public long version() {
        return listing().version();
    }

    private Session.Listing listing() {
        return sessions.with(id, Session::listing);
    }
}
