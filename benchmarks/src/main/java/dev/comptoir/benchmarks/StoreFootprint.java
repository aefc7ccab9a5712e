package dev.comptoir.benchmarks;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.Limits;
import dev.comptoir.event.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What many businesses cost: opening one, and the Java heap of those open and of those idle. SQLite's own memory is not heap. */
final class StoreFootprint {
    /** An open business holds native memory and, in a file of its own, about six file descriptors. */
    static final int MAX_OPEN = 1000;

    private static final int RECEIPTS = 100;
    private static final int CUSTOMERS = 20;

    private final StoreKind kind;
    private final int businesses;
    private final Figures figures;

    StoreFootprint(StoreKind kind, int businesses, Figures figures) {
        this.kind = kind;
        this.businesses = businesses;
        this.figures = figures;
    }

    void measure() throws SQLException {
        if (kind.isDatabase()) {
            idle();
            open();
        } else {
            inMemory();
        }
        figures.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
    }

    private void idle() {
        List<Event> receipts = Receipts.of(RECEIPTS, CUSTOMERS);
        // One open at a time: all others are idle.
        try (Comptoir comptoir =
                kind.engine().limits(Limits.defaults().withOpenBusinesses(1)).build()) {
            comptoir.business("shop-0").events().appendAll(receipts);
            comptoir.openBusinesses();
            long before = Heap.used();
            List<Business> handles = new ArrayList<>(businesses);
            for (int i = 0; i < businesses; i++) {
                progress("businesses filled", i, businesses);
                Business shop = comptoir.business("shop-" + i);
                shop.events().appendAll(receipts);
                handles.add(shop);
            }
            comptoir.openBusinesses();
            long after = Heap.used();
            figures.put("idleHeapBytesPerBusiness", Math.max(0, (after - before) / (double) businesses));
            figures.put("idleBusinesses", handles.size());
            figures.put("heapBytesWithAllIdle", after);
        }
    }

    private void open() throws SQLException {
        int count = Math.min(businesses, MAX_OPEN);
        double[] open = new double[count];
        double[] raw = new double[count];
        try (Comptoir comptoir = kind.engine()
                .limits(Limits.defaults().withOpenBusinesses(count + 1))
                .build()) {
            long before = Heap.used();
            for (int i = 0; i < count; i++) {
                progress("businesses opened", i, count);
                String name = "shop-" + i;
                long start = System.nanoTime();
                comptoir.business(name).events().size();
                long middle = System.nanoTime();
                kind.rawOpen(name);
                open[i] = (middle - start) * 1e-3;
                raw[i] = (System.nanoTime() - middle) * 1e-3;
            }
            figures.put("openHeapBytesPerBusiness", Math.max(0, (Heap.used() - before) / (double) count));
            figures.put("openBusinesses", comptoir.openBusinesses());
        }
        figures.put("openMicros", open, raw, false);
    }

    /** Nothing there is ever closed: opening is making an empty one, and an idle business is an open one. */
    private void inMemory() {
        double[] open = new double[businesses];
        try (Comptoir comptoir = kind.engine().build()) {
            long before = Heap.used();
            for (int i = 0; i < businesses; i++) {
                progress("businesses filled", i, businesses);
                long start = System.nanoTime();
                Business shop = comptoir.business("shop-" + i);
                shop.events().size();
                open[i] = (System.nanoTime() - start) * 1e-3;
                shop.events().appendAll(Receipts.of(RECEIPTS, CUSTOMERS));
            }
            long after = Heap.used();
            double each = Math.max(0, (after - before) / (double) businesses);
            figures.put("idleHeapBytesPerBusiness", each);
            figures.put("idleBusinesses", businesses);
            figures.put("heapBytesWithAllIdle", after);
            figures.put("openHeapBytesPerBusiness", each);
            figures.put("openBusinesses", comptoir.openBusinesses());
        }
        figures.put("openMicros", open, new double[0], false);
    }

    private void progress(String what, int done, int of) {
        if (done % Math.max(100, of / 10) == 0) {
            figures.progress(what + ": " + done + " of " + of);
        }
    }
}
