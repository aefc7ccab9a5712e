package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.store.jdbc.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Appending and reading one business, each round once with the store and once with raw JDBC, each on a new file. */
final class StoreBenchmark {
    private static final int BATCH = 1000;
    private static final int PRODUCERS = 8;
    private static final int CUSTOMERS = 1000;
    private static final int LOOKUPS = 2000;
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

    private final Path folder;
    private final List<Event> events;
    private final List<RawSqlite.Row> rows;
    private final int rounds;
    private final AtomicInteger files = new AtomicInteger();

    StoreBenchmark(Path folder, int count, int rounds) throws SQLException {
        this.folder = folder;
        this.rounds = rounds;
        this.events = receipts(count);
        // The warm-up, and the rows for raw JDBC.
        Path file = next();
        try (SqliteStore store = SqliteStore.open(file, RawSqlite.MASTER)) {
            store.events().append(events);
        }
        this.rows = RawSqlite.rows(file);
    }

    private static List<Event> receipts(int count) {
        Random random = new Random(1);
        List<Event> receipts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Purchase.Builder receipt = Purchase.by(CustomerId.of("card-" + random.nextInt(CUSTOMERS)))
                    .id("till-1-" + i)
                    .at(START.plusSeconds(60L * i));
            for (int line = 1 + random.nextInt(4); line > 0; line--) {
                receipt.line(ProductId.of("product-" + random.nextInt(300)), 1 + random.nextInt(3), Money.eur("2.40"));
            }
            receipts.add(receipt.build());
        }
        return receipts;
    }

    Map<String, Object> appends() throws SQLException, IOException, InterruptedException {
        int single = events.size() / 10;
        Map<String, Object> figures = new LinkedHashMap<>();
        compare(figures, "batchEventsPerSecond", 1, events.size(), BATCH);
        compare(figures, "batchEventsPerSecond8Producers", PRODUCERS, events.size(), BATCH);
        compare(figures, "singleEventsPerSecond", 1, single, 1);
        compare(figures, "singleEventsPerSecond8Producers", PRODUCERS, single, 1);
        Path file = next();
        try (SqliteStore store = SqliteStore.open(file, RawSqlite.MASTER)) {
            store.events().append(events);
        }
        figures.put("bytesPerEvent", Files.size(file) / (double) events.size());
        return figures;
    }

    private void compare(Map<String, Object> figures, String name, int producers, int count, int size)
            throws SQLException, InterruptedException {
        double[] ours = new double[rounds];
        double[] raw = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            // Taking turns at being first: the disk may still be busy with what the one before has left.
            if (round % 2 == 0) {
                ours[round] = store(producers, count, size);
                raw[round] = raw(producers, count, size);
            } else {
                raw[round] = raw(producers, count, size);
                ours[round] = store(producers, count, size);
            }
        }
        put(figures, name, ours, raw, true);
    }

    private double store(int producers, int count, int size) throws InterruptedException {
        try (SqliteStore store = SqliteStore.open(next(), RawSqlite.MASTER)) {
            return count
                    / seconds(
                            producers, count, size, (from, to) -> store.events().append(events.subList(from, to)));
        }
    }

    private double raw(int producers, int count, int size) throws SQLException, InterruptedException {
        try (RawSqlite sqlite = new RawSqlite(next())) {
            return count / seconds(producers, count, size, (from, to) -> sqlite.append(rows.subList(from, to)));
        }
    }

    /** The median of each, and of the ratios of rounds: what happened between two rounds is in neither. */
    private static void put(Map<String, Object> figures, String name, double[] ours, double[] raw, boolean rate) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = rate ? ours[i] / raw[i] : raw[i] / ours[i];
        }
        figures.put(name, median(ours));
        figures.put(name + "Raw", median(raw));
        figures.put(name + "Ratio", median(ratios));
    }

    private static double seconds(int producers, int count, int size, Range append) throws InterruptedException {
        AtomicInteger position = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(producers);
        try {
            List<Future<?>> running = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < producers; i++) {
                running.add(pool.submit(() -> {
                    for (int from = position.getAndAdd(size); from < count; from = position.getAndAdd(size)) {
                        append.of(from, Math.min(count, from + size));
                    }
                    return null;
                }));
            }
            for (Future<?> producer : running) {
                producer.get();
            }
            return (System.nanoTime() - start) * 1e-9;
        } catch (ExecutionException e) {
            throw new IllegalStateException("An append failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    Map<String, Object> history() throws SQLException {
        Path file = next();
        double[] ours = new double[rounds];
        double[] raw = new double[rounds];
        long read = 0;
        try (SqliteStore store = SqliteStore.open(file, RawSqlite.MASTER)) {
            store.events().append(events);
            try (RawSqlite sqlite = new RawSqlite(file)) {
                for (int round = 0; round < rounds; round++) {
                    Random random = new Random(round);
                    long start = System.nanoTime();
                    for (int i = 0; i < LOOKUPS; i++) {
                        EventQuery query = EventQuery.all().of(CustomerId.of("card-" + random.nextInt(CUSTOMERS)));
                        read += store.events().page(query, null, BATCH).size();
                    }
                    long middle = System.nanoTime();
                    for (int i = 0; i < LOOKUPS; i++) {
                        read += sqlite.history(1 + random.nextInt(CUSTOMERS));
                    }
                    ours[round] = (middle - start) * 1e-3 / LOOKUPS;
                    raw[round] = (System.nanoTime() - middle) * 1e-3 / LOOKUPS;
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        put(figures, "historyMicros", ours, raw, false);
        figures.put("historyEvents", read / (2.0 * LOOKUPS * rounds));
        return figures;
    }

    private Path next() {
        return folder.resolve("file-" + files.incrementAndGet() + ".db");
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** One call with the events of a range. */
    private interface Range {
        void of(int from, int to) throws SQLException;
    }
}
