package dev.comptoir.store.memory;

import dev.comptoir.CustomerId;
import dev.comptoir.catalog.Product;
import dev.comptoir.error.ClosedException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.ProductStore;
import dev.comptoir.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A store in memory: the same contract as on disk, without the disk. Thread-safe by one lock. */
public final class MemoryStore implements Store {
    private static final Comparator<String> AS_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    private static final Comparator<EventStore.Kept> BY_TIME = Comparator.comparing(
                    (EventStore.Kept kept) -> kept.event().at())
            .thenComparing(kept -> kept.event().id().value(), AS_UTF8);

    private final Events events = new Events();
    private final Products products = new Products();
    private volatile boolean closed;

    /** An empty store. */
    public MemoryStore() {}

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public ProductStore products() {
        return products;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void ensureOpen() {
        if (closed) {
            throw new ClosedException("The store of this business has been closed.");
        }
    }

    private final class Events implements EventStore {
        private final Map<String, Event> byId = new HashMap<>();
        private final List<Kept> bySequence = new ArrayList<>();
        private final TreeSet<Kept> byTime = new TreeSet<>(BY_TIME);
        private final Map<CustomerId, TreeSet<Kept>> byCustomer = new HashMap<>();

        @Override
        public synchronized List<Outcome> append(List<? extends Event> batch) {
            ensureOpen();
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            for (Event event : batch) {
                Event known = byId.putIfAbsent(event.id().value(), event);
                if (known == null) {
                    Kept kept = new Kept(bySequence.size() + 1L, event);
                    bySequence.add(kept);
                    byTime.add(kept);
                    CustomerId customer = event.customer();
                    if (customer != null) {
                        byCustomer
                                .computeIfAbsent(customer, key -> new TreeSet<>(BY_TIME))
                                .add(kept);
                    }
                }
                outcomes.add(
                        known == null ? Outcome.STORED : known.equals(event) ? Outcome.DUPLICATE : Outcome.CONFLICT);
            }
            return outcomes;
        }

        @Override
        public synchronized List<Kept> page(EventQuery query, @Nullable Kept after, int limit) {
            ensureOpen();
            TreeSet<Kept> byTime = query.customer() == null
                    ? this.byTime
                    : byCustomer.getOrDefault(query.customer(), new TreeSet<>(BY_TIME));
            Collection<Kept> source = switch (query.order()) {
                case OLDEST_FIRST -> after == null ? byTime : byTime.tailSet(after, false);
                case NEWEST_FIRST ->
                    after == null
                            ? byTime.descendingSet()
                            : byTime.headSet(after, false).descendingSet();
                case AS_KEPT ->
                    after == null ? bySequence : bySequence.subList((int) after.sequence(), bySequence.size());
            };
            return source.stream()
                    .filter(kept -> matches(query, kept))
                    .limit(limit)
                    .toList();
        }

        private static boolean matches(EventQuery query, Kept kept) {
            Event event = kept.event();
            return kept.sequence() > query.afterSequence()
                    && (query.customer() == null || query.customer().equals(event.customer()))
                    && (query.from() == null || !event.at().isBefore(query.from()))
                    && (query.until() == null || event.at().isBefore(query.until()));
        }

        @Override
        public synchronized long size() {
            ensureOpen();
            return bySequence.size();
        }

        @Override
        public long lastSequence() {
            return size();
        }

        @Override
        public long erasures() {
            return 0;
        }
    }

    private final class Products implements ProductStore {
        private final TreeMap<String, Product> byId = new TreeMap<>(AS_UTF8);

        @Override
        public synchronized void put(Collection<Product> products) {
            ensureOpen();
            products.forEach(product -> byId.put(product.id().value(), product));
        }

        @Override
        public synchronized List<Product> all() {
            ensureOpen();
            return List.copyOf(byId.values());
        }
    }
}
