package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.store.EventStore.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events that can be told from their id alone, so that what comes back can be compared with what went in. */
final class Receipts {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private Receipts() {}

    static Event of(String id) {
        Random random = new Random(id.hashCode());
        Purchase.Builder receipt = Purchase.by(CustomerId.of("customer-" + random.nextInt(100)))
                .id(id)
                .at(START.plusSeconds(random.nextInt(1_000_000)));
        for (int line = 1 + random.nextInt(4); line > 0; line--) {
            receipt.line(ProductId.of("product-" + random.nextInt(50)), 1 + random.nextInt(3), Money.eur("1.20"));
        }
        return receipt.build();
    }

    /** Ids {@code prefix-0} to {@code prefix-(size-1)}. */
    static List<Event> batch(String prefix, int size) {
        List<Event> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            batch.add(of(prefix + "-" + i));
        }
        return batch;
    }

    /** Everything kept, in the order of keeping. */
    static List<Event> all(SqliteStore store) {
        List<Event> all = new ArrayList<>();
        @Nullable Kept last = null;
        List<Kept> page;
        do {
            page = store.events().page(EventQuery.keptAfter(0), last, 1000);
            for (Kept kept : page) {
                all.add(kept.event());
                last = kept;
            }
        } while (page.size() == 1000);
        return all;
    }
}
