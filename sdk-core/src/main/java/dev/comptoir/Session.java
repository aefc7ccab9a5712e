package dev.comptoir;

import dev.comptoir.catalog.Product;
import dev.comptoir.forecast.Forecasts;
import dev.comptoir.profile.internal.CustomerTotals;
import dev.comptoir.store.Store;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One business while it is open: its store, and what is derived from it and held in memory. Counts who is using it, so that it
 * can be retired at any moment and is closed by the last one to leave, without anyone waiting.
 */
final class Session {
    private final Store store;
    private final CustomerTotals totals;
    private final LongSupplier versions;
    private int users;
    private boolean retired;
    private volatile Listing listing;
    private volatile @Nullable Outlook outlook;

    Session(Store store, BusinessSettings settings, LongSupplier versions) {
        this.store = store;
        this.totals = new CustomerTotals(settings);
        this.versions = versions;
        this.listing = Listing.of(store.products().all(), versions);
    }

    /** Whether the caller may use it, and must {@link #leave} it afterwards; false once it is retired. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    synchronized void leave() {
        users--;
        closeIfUnused();
    }

    /** No one enters any more; it is closed as soon as no one is in. */
    synchronized void retire() {
        if (!retired) {
            retired = true;
            closeIfUnused();
        }
    }

    /** What was read for forecasts last; null where nothing was. */
    @Nullable
    Outlook outlook() {
        return outlook;
    }

    void keep(Outlook outlook) {
        this.outlook = outlook;
    }

    Store store() {
        return store;
    }

    CustomerTotals totals() {
        return totals;
    }

    Listing listing() {
        return listing;
    }

    synchronized void list(Collection<Product> products) {
        store.products().put(products);
        listing = Listing.of(store.products().all(), versions);
    }

    private void closeIfUnused() {
        if (retired && users == 0) {
            store.close();
        }
    }

    /** Forecasts, and how many erasures there had been before they were read. */
    record Outlook(Forecasts forecasts, long erasures) {}

    /** The catalogue as it stands; immutable. */
    record Listing(Map<ProductId, Product> products, long version) {
        static Listing of(Collection<Product> all, LongSupplier versions) {
            Map<ProductId, Product> products = new TreeMap<>();
            all.forEach(product -> products.put(product.id(), product));
            return new Listing(Collections.unmodifiableMap(products), products.isEmpty() ? 0 : versions.getAsLong());
        }
    }
}
