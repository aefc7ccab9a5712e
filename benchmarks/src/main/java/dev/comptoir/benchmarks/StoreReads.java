package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reading one business of all events, and erasing from it. */
final class StoreReads {
    private static final int LOOKUPS = 2000;
    private static final int PAGE = 1000;

    private final StoreKind kind;
    private final StoreBenchmark filling;
    private final int rounds;
    private final Figures figures;

    StoreReads(StoreKind kind, StoreBenchmark filling, int rounds, Figures figures) {
        this.kind = kind;
        this.filling = filling;
        this.rounds = rounds;
        this.figures = figures;
    }

    void measure() throws SQLException, IOException {
        try (StoreKind.Place place = kind.place();
                Store store = place.open()) {
            filling.fill(store);
            if (kind.isDatabase()) {
                try (RawStore raw = place.raw()) {
                    read(store, raw);
                }
            } else {
                read(store, null);
            }
            // Last, because it takes events away.
            if (kind.isDatabase()) {
                try (StoreKind.Place other = kind.place();
                        RawStore raw = other.raw()) {
                    filling.fill(raw);
                    erase(store, raw);
                }
            } else {
                erase(store, null);
            }
        }
    }

    private void read(Store store, @Nullable RawStore raw) throws SQLException {
        double[] lookups = new double[rounds];
        double[] rawLookups = new double[raw == null ? 0 : rounds];
        double[] scans = new double[rounds];
        double[] rawScans = new double[raw == null ? 0 : rounds];
        int count = filling.events().size();
        long found = 0;
        for (int round = 0; round < rounds; round++) {
            figures.progress("histories and scans, round " + (round + 1) + " of " + rounds);
            Random random = new Random(round);
            List<CustomerId> customers = new ArrayList<>();
            for (int i = 0; i < LOOKUPS; i++) {
                customers.add(customer(random.nextInt(count)));
            }
            long start = System.nanoTime();
            for (CustomerId customer : customers) {
                found += store.events()
                        .page(EventQuery.all().of(customer), null, PAGE)
                        .size();
            }
            lookups[round] = (System.nanoTime() - start) * 1e-3 / LOOKUPS;
            start = System.nanoTime();
            scan(store, count);
            scans[round] = count / ((System.nanoTime() - start) * 1e-9);
            if (raw != null) {
                start = System.nanoTime();
                for (CustomerId customer : customers) {
                    raw.history(filling.number(customer));
                }
                rawLookups[round] = (System.nanoTime() - start) * 1e-3 / LOOKUPS;
                start = System.nanoTime();
                check(raw.scan(), count);
                rawScans[round] = count / ((System.nanoTime() - start) * 1e-9);
            }
        }
        figures.put("historyMicros", lookups, rawLookups, false);
        figures.put("historyEvents", found / ((double) LOOKUPS * rounds));
        figures.put("scanEventsPerSecond", scans, rawScans, true);
    }

    /** As profiles are rebuilt: all events in the order of keeping. */
    private static void scan(Store store, int count) {
        EventStore.Kept last = null;
        int read = 0;
        List<EventStore.Kept> page;
        do {
            page = store.events().page(EventQuery.keptAfter(0), last, PAGE);
            read += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        check(read, count);
    }

    private static void check(int read, int count) {
        if (read != count) {
            throw new IllegalStateException("Of " + count + " events " + read + " were read.");
        }
    }

    private void erase(Store store, @Nullable RawStore raw) throws SQLException {
        List<CustomerId> customers = filling.events().stream()
                .map(event -> event.customer())
                .distinct()
                .limit(rounds)
                .toList();
        double[] ours = new double[customers.size()];
        double[] limit = new double[raw == null ? 0 : customers.size()];
        for (int round = 0; round < customers.size(); round++) {
            figures.progress("erasures, round " + (round + 1) + " of " + customers.size());
            CustomerId customer = customers.get(round);
            long start = System.nanoTime();
            store.erase(List.of(new Erasing.Target(customer, Long.MAX_VALUE)), StoreReads::record);
            ours[round] = (System.nanoTime() - start) * 1e-6;
            if (raw != null) {
                start = System.nanoTime();
                raw.erase(filling.number(customer));
                limit[round] = (System.nanoTime() - start) * 1e-6;
            }
        }
        figures.put("eraseMillis", ours, limit, false);
    }

    private static AuditDraft record(Erasing.Erased erased, Erasing.Signer signer) {
        byte[] signature = signer.sign(erased.eventsHash().getBytes(StandardCharsets.US_ASCII));
        return new AuditDraft(
                Instant.EPOCH,
                AuditAction.ERASURE,
                "benchmark",
                erased.customer(),
                HexFormat.of().formatHex(signature));
    }

    private CustomerId customer(int event) {
        CustomerId customer = filling.events().get(event).customer();
        if (customer == null) {
            throw new IllegalStateException("Every receipt here names its customer.");
        }
        return customer;
    }
}
