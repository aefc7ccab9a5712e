package dev.comptoir.benchmarks;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Times and sizes of the profiles of one shop, over the SQLite store that it has by default. */
final class ProfilesBenchmark {
    private static final int ROUNDS = 5;
    private static final int UPDATES = 2000;
    private static final long SEED = 1;

    private final ProfileData data;

    ProfilesBenchmark(ProfileData data) {
        this.data = data;
    }

    /**
     * All figures by name.
     *
     * @param folder an empty folder for the shop's file
     */
    Map<String, Object> measure(Path folder) {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Comptoir comptoir =
                Comptoir.builder(folder).settings(ProfileData.settings()).build()) {
            Business shop = comptoir.business("shop");
            figures.put("linesLeftOut", data.into(shop));
            figures.put("events", shop.events().size());
            heap(shop, figures);
            figures.put("customers", shop.profiles().customers().size());
            all(shop, figures);
            single(shop, figures);
            updates(shop, figures);
        }
        return figures;
    }

    /** The first answer after opening reads everything. What is held for all stays; what is held of single ones is added. */
    private static void heap(Business shop, Map<String, Object> figures) {
        long passNanos = 0;
        for (int round = 0; round < ROUNDS; round++) {
            passNanos = pass(shop);
        }
        long before = usedHeap();
        long start = System.nanoTime();
        List<CustomerId> customers = shop.profiles().customers();
        figures.put("firstAnswerMillis", (System.nanoTime() - start) * 1e-6);
        figures.put("passMillis", passNanos * 1e-6);
        int count = Math.max(1, customers.size());
        shop.profiles().shop();
        long held = usedHeap();
        figures.put("heldBytesPerCustomer", (double) (held - before) / count);
        int some = Math.min(500, customers.size());
        customers.subList(0, some).forEach(shop.profiles()::get);
        figures.put("foldBytesPerProfile", (double) (usedHeap() - held) / Math.max(1, some));
    }

    private static void all(Business shop, Map<String, Object> figures) {
        double[] millis = new double[ROUNDS];
        double[] pass = new double[ROUNDS];
        AtomicLong seen = new AtomicLong();
        for (int round = 0; round < ROUNDS; round++) {
            seen.set(0);
            long start = System.nanoTime();
            shop.profiles().forEach(profile -> seen.incrementAndGet());
            millis[round] = (System.nanoTime() - start) * 1e-6;
            pass[round] = pass(shop) * 1e-6;
        }
        figures.put("buildAllMillis", quantile(millis, 0.5));
        figures.put("buildAllPassMillis", quantile(pass, 0.5));
        figures.put("profilesPerSecond", seen.get() / quantile(millis, 0.5) * 1e3);
    }

    /** One customer's profile, from the events and from the fold that is held; beside it, reading the same events. */
    private static void single(Business shop, Map<String, Object> figures) {
        List<CustomerId> customers = shop.profiles().customers();
        int count = Math.min(UPDATES, customers.size());
        double[] read = new double[count];
        double[] cold = new double[count];
        double[] held = new double[count];
        Random random = new Random(SEED);
        for (int i = 0; i < count; i++) {
            CustomerId customer = customers.get(random.nextInt(customers.size()));
            long start = System.nanoTime();
            shop.events().of(customer);
            long between = System.nanoTime();
            shop.profiles().get(customer);
            long later = System.nanoTime();
            shop.profiles().get(customer);
            read[i] = (between - start) * 1e-3;
            cold[i] = (later - between) * 1e-3;
            held[i] = (System.nanoTime() - later) * 1e-3;
        }
        put(figures, "eventsOfOneMicros", read);
        put(figures, "getMicros", cold);
        put(figures, "getHeldMicros", held);
    }

    /** From the moment an event is kept until the profile says so. */
    private static void updates(Business shop, Map<String, Object> figures) {
        List<CustomerId> customers = shop.profiles().customers();
        int count = customers.isEmpty() ? 0 : UPDATES;
        double[] micros = new double[count];
        Random random = new Random(SEED);
        Instant now = shop.clock().instant();
        for (int i = 0; i < count; i++) {
            CustomerId customer = customers.get(random.nextInt(Math.min(200, customers.size())));
            shop.profiles().get(customer);
            shop.events()
                    .append(Purchase.by(customer)
                            .id("update-" + i)
                            .at(now)
                            .line(ProductId.of("p" + random.nextInt(50)), 1, Money.of("2.50", "GBP"))
                            .build());
            long start = System.nanoTime();
            shop.profiles().get(customer);
            micros[i] = (System.nanoTime() - start) * 1e-3;
        }
        put(figures, "updateMicros", micros);
    }

    private static void put(Map<String, Object> figures, String name, double[] values) {
        figures.put(name + "P50", quantile(values, 0.5));
        figures.put(name + "P99", quantile(values, 0.99));
    }

    private static long pass(Business shop) {
        AtomicLong total = new AtomicLong();
        long start = System.nanoTime();
        shop.events().read(EventQuery.keptAfter(0), event -> {
            if (event instanceof Purchase purchase) {
                total.addAndGet(purchase.total().minorUnits());
            }
        });
        return System.nanoTime() - start;
    }

    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
