package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.event.Event;
import dev.comptoir.store.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Appending to one business, each round once with the store and once with raw JDBC, each in a new place. */
final class StoreBenchmark {
    private static final int BATCH = 1000;
    private static final int PRODUCERS = 8;
    private static final int CUSTOMERS = 1000;

    private final StoreKind kind;
    private final List<Event> events;
    private final List<RawRow> rows;
    private final Map<CustomerId, Long> numbers = new HashMap<>();
    private final int rounds;
    private final Figures figures;

    StoreBenchmark(StoreKind kind, int count, int rounds, Figures figures) throws SQLException, IOException {
        this.kind = kind;
        this.rounds = rounds;
        this.figures = figures;
        this.events = Receipts.of(count, CUSTOMERS);
        figures.progress("warming up");
        try (StoreKind.Place place = kind.place()) {
            try (Store store = place.open()) {
                fill(store);
            }
            this.rows = kind.isDatabase() ? rows(place) : List.of();
        }
        for (int i = 0; i < rows.size(); i++) {
            numbers.put(Objects.requireNonNull(events.get(i).customer()), rows.get(i).customer);
        }
        if (kind.isDatabase()) {
            try (StoreKind.Place place = kind.place();
                    RawStore raw = place.raw()) {
                fill(raw);
            }
        }
    }

    private static List<RawRow> rows(StoreKind.Place place) throws SQLException {
        try (RawStore raw = place.raw()) {
            return raw.rows();
        }
    }

    List<Event> events() {
        return events;
    }

    /** By what number the store has kept a customer. */
    long number(CustomerId customer) {
        return numbers.getOrDefault(customer, 0L);
    }

    /** Appends all events in batches. */
    void fill(Store store) {
        for (int from = 0; from < events.size(); from += BATCH) {
            store.events().append(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
    }

    /** Appends all rows in batches. */
    void fill(RawStore raw) throws SQLException {
        RawStore.Appender appender = raw.appender();
        for (int from = 0; from < rows.size(); from += BATCH) {
            appender.append(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    void measure() throws SQLException, IOException, InterruptedException {
        int single = events.size() / 10;
        compare("batchEventsPerSecond", 1, events.size(), BATCH);
        compare("batchEventsPerSecond8Producers", PRODUCERS, events.size(), BATCH);
        compare("singleEventsPerSecond", 1, single, 1);
        compare("singleEventsPerSecond8Producers", PRODUCERS, single, 1);
        figures.progress("bytes of an event");
        figures.put("bytesPerEvent", (kind.isDatabase() ? bytesOnDisk() : bytesOfHeap()) / (double) events.size());
    }

    private long bytesOnDisk() throws SQLException, IOException {
        try (StoreKind.Place place = kind.place()) {
            try (Store store = place.open()) {
                fill(store);
            }
            return place.bytes();
        }
    }

    /** With the events themselves, which nobody else holds. */
    private long bytesOfHeap() throws SQLException, IOException {
        try (StoreKind.Place place = kind.place();
                Store store = place.open()) {
            long before = Heap.used();
            store.events().append(Receipts.of(events.size(), CUSTOMERS));
            long bytes = Heap.used() - before;
            // The store must be reachable until here.
            store.events().size();
            return bytes;
        }
    }

    private void compare(String name, int producers, int count, int size)
            throws SQLException, IOException, InterruptedException {
        double[] ours = new double[rounds];
        double[] raw = new double[kind.isDatabase() ? rounds : 0];
        for (int round = 0; round < rounds; round++) {
            figures.progress(name + ", round " + (round + 1) + " of " + rounds);
            // Taking turns at being first: the disk may still be busy with what the one before has left.
            boolean rawFirst = round % 2 == 1;
            if (rawFirst && kind.isDatabase()) {
                raw[round] = raw(producers, count, size);
            }
            ours[round] = store(producers, count, size);
            if (!rawFirst && kind.isDatabase()) {
                raw[round] = raw(producers, count, size);
            }
        }
        figures.put(name, ours, raw, true);
    }

    private double store(int producers, int count, int size) throws SQLException, IOException, InterruptedException {
        try (StoreKind.Place place = kind.place();
                Store store = place.open()) {
            Producers.Range append = (from, to) -> store.events().append(events.subList(from, to));
            return count / Producers.seconds(Collections.nCopies(producers, append), count, size);
        }
    }

    private double raw(int producers, int count, int size) throws SQLException, IOException, InterruptedException {
        try (StoreKind.Place place = kind.place();
                RawStore raw = place.raw()) {
            List<Producers.Range> each = new ArrayList<>();
            for (int i = 0; i < producers; i++) {
                RawStore.Appender appender = raw.appender();
                each.add((from, to) -> appender.append(rows.subList(from, to)));
            }
            return count / Producers.seconds(each, count, size);
        }
    }
}
