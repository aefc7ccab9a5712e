package dev.comptoir.benchmarks;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Limits;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What many businesses cost: opening one, and the Java heap of those open and of those idle. SQLite's own memory is not heap. */
final class StoreFootprint {
    private static final int RECEIPTS = 100;

    private final Path folder;
    private final int businesses;

    StoreFootprint(Path folder, int businesses) {
        this.folder = folder;
        this.businesses = businesses;
    }

    Map<String, Object> measure() throws SQLException {
        Path data = folder.resolve("many");
        double[] open = new double[businesses];
        double[] raw = new double[businesses];
        Map<String, Object> figures = new LinkedHashMap<>();
        // One open at a time: all others are idle, once the limit is reached.
        try (Comptoir comptoir = Comptoir.builder(data)
                .limits(Limits.defaults().withOpenBusinesses(1))
                .build()) {
            comptoir.business("shop-0").events().appendAll(receipts());
            comptoir.openBusinesses();
            long before = usedHeap();
            List<Business> handles = new ArrayList<>(businesses);
            for (int i = 0; i < businesses; i++) {
                Business shop = comptoir.business("shop-" + i);
                shop.events().appendAll(receipts());
                handles.add(shop);
            }
            comptoir.openBusinesses();
            figures.put("idleHeapBytesPerBusiness", perBusiness(usedHeap() - before));
            figures.put("idleBusinesses", handles.size());
        }
        try (Comptoir comptoir = Comptoir.builder(data)
                .limits(Limits.defaults().withOpenBusinesses(businesses + 1))
                .build()) {
            comptoir.business("shop-0").events().size();
            long before = usedHeap();
            for (int i = 0; i < businesses; i++) {
                Business shop = comptoir.business("shop-" + i);
                long start = System.nanoTime();
                shop.events().size();
                long middle = System.nanoTime();
                rawOpen(data.resolve("businesses/b-shop-" + i + ".db"));
                open[i] = (middle - start) * 1e-3;
                raw[i] = (System.nanoTime() - middle) * 1e-3;
            }
            figures.put("openHeapBytesPerBusiness", perBusiness(usedHeap() - before));
            figures.put("openBusinesses", comptoir.openBusinesses());
        }
        figures.put("openMicros", StoreBenchmark.median(open));
        figures.put("openMicrosRaw", StoreBenchmark.median(raw));
        figures.put("openMicrosRatio", StoreBenchmark.median(raw) / StoreBenchmark.median(open));
        return figures;
    }

    private double perBusiness(long bytes) {
        return Math.max(0, bytes / (double) businesses);
    }

    /** One connection and the first answer, without any check. */
    private static void rawOpen(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM event")) {
            row.next();
        }
    }

    private static List<Event> receipts() {
        List<Event> receipts = new ArrayList<>(RECEIPTS);
        for (int i = 0; i < RECEIPTS; i++) {
            receipts.add(Purchase.by(CustomerId.of("card-" + i % 20))
                    .id("till-" + i)
                    .at(Instant.EPOCH.plusSeconds(3600L * i))
                    .line(ProductId.of("product-" + i % 30), 1, Money.eur("2.40"))
                    .build());
        }
        return receipts;
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        // Twice: cleaners of the first round let go what the second collects.
        runtime.gc();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
