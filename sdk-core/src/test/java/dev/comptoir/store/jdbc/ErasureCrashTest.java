package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that erases one customer after the other while it appends for others: afterwards each is wholly there or
 * wholly gone, to the last byte, with an entry in the audit log; and nobody else has lost anything.
 */
class ErasureCrashTest {
    private static final int CUSTOMERS = 40;
    private static final int CHANCE_MICROS = 400_000;

    @TempDir
    Path folder;

    @TempDir
    Path copies;

    @Test
    void anErasureCutShortIsFinishedAtTheNextOpening() throws Exception {
        killAndOpenAgain(10, 20260402);
    }

    @Test
    @Tag("long")
    @EnabledIfSystemProperty(named = "comptoir.long", matches = "true", disabledReason = "set -Dcomptoir.long=true")
    void anErasureCutShortIsFinishedInAHundredKills() throws Exception {
        killAndOpenAgain(100, 20260403);
    }

    private void killAndOpenAgain(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        Path file = folder.resolve("store.db");
        Set<String> appended = new TreeSet<>();
        int erased = 0;
        int cutShort = 0;
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            // So that writing the file anew takes its time.
            Personal ballast = new Personal(seed);
            for (int i = 0; i < 4; i++) {
                store.events().append(List.of(ballast.longMessage()));
            }
        }
        for (int round = 0; round < rounds; round++) {
            String context = "round " + round + " of seed " + seed;
            long first = seed + 1000L * (round + 1);
            Map<CustomerId, List<byte[]>> traces = prepare(file, first);
            Process child = ChildJvm.start(
                    Eraser.class, folder, file.toString(), Long.toString(first), "r" + round, "" + random.nextLong());
            List<String> said = ChildJvm.killedAfter(child, random.nextInt(CHANCE_MICROS));
            cutShort += isUnclean(file) ? 1 : 0;

            try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
                assertThat(new RawSql(file).text("SELECT unclean FROM business"))
                        .isEqualTo("0");
                Set<CustomerId> gone = gone(store, first, context);
                assertThat(gone).as(context).containsAll(acknowledged(said, first));
                assertThat(gone.size()).as(context).isBetween(count(said), count(said) + 1);
                List<byte[]> needles =
                        gone.stream().flatMap(c -> traces.get(c).stream()).toList();
                assertThat(RawFiles.lookingFor(needles).in(folder)).as(context).isEmpty();
                said.stream().filter(line -> line.startsWith("a ")).forEach(line -> appended.add(line.substring(2)));
                assertOthersAreWhole(store, appended, context);
                assertThat(store.audit().verify(null).intact()).as(context).isTrue();
                erased += gone.size();
            }
        }
        System.out.printf(
                "%d kills, seed %d: %d customers erased, each wholly; %d erasures cut short and finished at the next opening;"
                        + " %d batches of others acknowledged, 0 lost%n",
                rounds, seed, erased, cutShort, appended.size());
        assertThat(erased).isGreaterThan(rounds);
    }

    /** New customers, and all bytes that are kept of them. */
    private static Map<CustomerId, List<byte[]>> prepare(Path file, long first) throws Exception {
        Map<CustomerId, List<byte[]>> traces = new HashMap<>();
        RawSql sql = new RawSql(file);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            for (int i = 0; i < CUSTOMERS; i++) {
                Personal customer = new Personal(first + i);
                store.events().append(customer.events());
                // Nobody else has come in between.
                String number = sql.text("SELECT last_customer FROM business");
                List<byte[]> kept = new ArrayList<>(sql.blobs("SELECT body FROM event WHERE customer = " + number));
                assertThat(kept).hasSize(customer.ids().size());
                kept.addAll(sql.blobs("SELECT sealed FROM customer_key WHERE number = " + number));
                kept.addAll(sql.blobs("SELECT look_up FROM customer_key WHERE number = " + number));
                traces.put(customer.customer(), kept);
            }
        }
        return traces;
    }

    /** Whoever of them is gone; the others are whole. */
    private static Set<CustomerId> gone(SqliteStore store, long first, String context) {
        Set<String> audited = store.audit().page(0, 1_000_000).stream()
                .map(AuditEntry::subject)
                .collect(Collectors.toSet());
        Set<CustomerId> gone = new TreeSet<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Personal customer = new Personal(first + i);
            int events = customer.events().size();
            int kept = store.events()
                    .page(EventQuery.all().of(customer.customer()), null, 100)
                    .size();
            boolean isAudited = audited.contains(store.audit().subject(customer.customer()));
            assertThat(kept).as(context + ", customer " + i).isEqualTo(isAudited ? 0 : events);
            if (isAudited) {
                gone.add(customer.customer());
            }
        }
        return gone;
    }

    private static Set<CustomerId> acknowledged(List<String> said, long first) {
        return said.stream()
                .filter(line -> line.startsWith("e "))
                .map(line -> new Personal(first + Integer.parseInt(line.substring(2))).customer())
                .collect(Collectors.toSet());
    }

    private static int count(List<String> said) {
        return Math.toIntExact(
                said.stream().filter(line -> line.startsWith("e ")).count());
    }

    private static void assertOthersAreWhole(SqliteStore store, Set<String> appended, String context) {
        Map<String, Event> kept = new HashMap<>();
        Receipts.all(store).forEach(event -> kept.put(event.id().value(), event));
        for (String prefix : appended) {
            for (Event event : Receipts.batch(prefix, 5)) {
                assertThat(kept.get(event.id().value())).as(context).isEqualTo(event);
            }
        }
    }

    /** Looked at in a copy: opening it would already change what the killed process left. */
    private boolean isUnclean(Path file) throws Exception {
        Path copy = copies.resolve("store.db");
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(copies.resolve("store.db" + end));
        }
        Files.copy(file, copy);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, copies.resolve("store.db-wal"));
        }
        return new RawSql(copy).text("SELECT unclean FROM business").equals("1");
    }

    /** The process that is killed. */
    static final class Eraser {
        private Eraser() {}

        public static void main(String[] arguments) throws InterruptedException {
            SqliteStore store = SqliteStore.open(Path.of(arguments[0]), TestKeys.MASTER);
            long first = Long.parseLong(arguments[1]);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Thread appends = new Thread(() -> {
                for (int n = 0; ; n++) {
                    String prefix = arguments[2] + "n" + n;
                    store.events().append(Receipts.batch(prefix, 5));
                    out.println("a " + prefix);
                }
            });
            appends.start();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(Long.parseLong(arguments[3])));
            for (int i : order) {
                Erasures.erase(store, new Personal(first + i).customer());
                out.println("e " + i);
            }
            appends.join();
        }
    }
}
