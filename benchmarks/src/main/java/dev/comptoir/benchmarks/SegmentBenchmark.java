package dev.comptoir.benchmarks;

import dev.comptoir.CustomerId;
import dev.comptoir.segment.Segment;
import dev.comptoir.segment.SegmentSet;
import dev.comptoir.segment.internal.MembershipTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times memberships held incrementally beside evaluating every rule for everyone, and checks that they agree. */
final class SegmentBenchmark {
    private static final int AT_ONCE = 1_024;
    private static final int MAX_UPDATES = 20_000;
    private final int updates;
    private final SegmentShop shop;
    private final SegmentSet set;
    private LocalDate today = SegmentShop.TODAY;
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<SegmentShop.Known> facts = new ArrayList<>();

    SegmentBenchmark(int rules, int customerCount, long seed) {
        shop = new SegmentShop(seed);
        set = shop.rules(rules);
        // Half of the customers stay as they are, so that the next day still finds some to change.
        updates = Math.max(1, Math.min(MAX_UPDATES, customerCount / 2));
        for (int i = 0; i < customerCount; i++) {
            customers.add(SegmentShop.customer(i));
            facts.add(shop.known());
        }
    }

    Map<String, Object> measure() {
        // Once before, for the compiler; the same work.
        fill(new MembershipTable(set, SegmentShop.TODAY), new long[1]);
        long heapBefore = heap();
        long start = System.nanoTime();
        MembershipTable table = new MembershipTable(set, SegmentShop.TODAY);
        double compile = seconds(start);
        long[] memberships = new long[1];
        start = System.nanoTime();
        fill(table, memberships);
        double full = seconds(start);
        long heap = heap() - heapBefore;

        naive(Math.min(500, customers.size()));
        start = System.nanoTime();
        long naiveMemberships = naive(customers.size());
        double naive = seconds(start);
        check(memberships[0], naiveMemberships, "after the first evaluation");

        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("compileMillis", 1_000 * compile);
        figures.put("fullSeconds", full);
        figures.put("fullNaiveSeconds", naive);
        figures.put("fullRatio", naive / full);
        figures.put("memberships", memberships[0]);
        figures.put("heapBytesPerCustomer", (double) heap / customers.size());
        figures.putAll(updates(table, memberships));
        figures.putAll(nextDay(table, memberships));
        return figures;
    }

    private Map<String, Object> updates(MembershipTable table, long[] memberships) {
        double[] micros = new double[updates];
        long naiveNanos = 0;
        long held = 0;
        long changes = memberships[0];
        long[] flips = new long[1];
        long lookedBefore = table.rulesLookedAt();
        for (int i = 0; i < updates; i++) {
            int customer = (int) ((long) i * 7_919 % customers.size());
            SegmentShop.Known after = shop.afterPurchase(facts.get(customer));
            facts.set(customer, after);
            List<CustomerId> one = List.of(customers.get(customer));
            List<SegmentShop.Known> its = List.of(after);
            long start = System.nanoTime();
            table.apply(one, its, (index, rule, belongs) -> {
                memberships[0] += belongs ? 1 : -1;
                flips[0]++;
            });
            micros[i] = (System.nanoTime() - start) / 1_000.0;
            start = System.nanoTime();
            held += count(customer);
            naiveNanos += System.nanoTime() - start;
        }
        check(memberships[0], naive(customers.size()), "after " + updates + " updates, from " + changes + ", " + held);
        // The first quarter is for the compiler.
        double[] warm = Arrays.copyOfRange(micros, updates / 4, updates);
        Arrays.sort(warm);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("updateMicrosMedian", warm[warm.length / 2]);
        figures.put("updateMicrosP99", warm[warm.length * 99 / 100]);
        figures.put("updateNaiveMicrosMean", naiveNanos / 1_000.0 / updates);
        figures.put("updateRatio", naiveNanos / 1_000.0 / updates / warm[warm.length / 2]);
        figures.put("rulesLookedAtPerUpdate", (double) (table.rulesLookedAt() - lookedBefore) / updates);
        figures.put("changesPerUpdate", (double) flips[0] / updates);
        return figures;
    }

    private Map<String, Object> nextDay(MembershipTable table, long[] memberships) {
        Map<CustomerId, SegmentShop.Known> byId = new HashMap<>();
        for (int i = 0; i < customers.size(); i++) {
            byId.put(customers.get(i), facts.get(i));
        }
        long start = System.nanoTime();
        List<CustomerId> changed = table.advance(SegmentShop.TODAY.plusDays(1));
        List<SegmentShop.Known> its = new ArrayList<>();
        for (CustomerId customer : changed) {
            its.add(byId.getOrDefault(customer, facts.get(0)));
        }
        table.apply(changed, its, (index, rule, belongs) -> memberships[0] += belongs ? 1 : -1);
        double seconds = seconds(start);
        today = table.today();
        check(memberships[0], naive(customers.size()), "on the next day");
        return Map.of("nextDaySeconds", seconds, "nextDayCustomers", changed.size());
    }

    private void fill(MembershipTable table, long[] memberships) {
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            int until = Math.min(customers.size(), from + AT_ONCE);
            table.apply(
                    customers.subList(from, until),
                    facts.subList(from, until),
                    (index, rule, belongs) -> memberships[0] += belongs ? 1 : -1);
        }
    }

    private long naive(int customerCount) {
        long memberships = 0;
        for (int i = 0; i < customerCount; i++) {
            memberships += count(i);
        }
        return memberships;
    }

    private int count(int customer) {
        int count = 0;
        for (Segment segment : set.segments()) {
            if (segment.rule().holds(facts.get(customer), today)) {
                count++;
            }
        }
        return count;
    }

    private static void check(long held, long naive, String when) {
        if (held != naive) {
            throw new IllegalStateException(
                    held + " memberships are held, and evaluating everything gives " + naive + " " + when + ".");
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
