package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.event.Event;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process again and again, over one file: what it said to be kept is there afterwards, and batches are whole.
 * The end of a process does not show what the end of the power does: that rests on {@code synchronous=FULL}.
 */
class CrashTest {
    private static final int SINGLES = 2;
    private static final int BATCHES = 2;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        killAndOpenAgain(10, 20260302);
    }

    @Test
    @Tag("long")
    @EnabledIfSystemProperty(named = "comptoir.long", matches = "true", disabledReason = "set -Dcomptoir.long=true")
    void nothingAcknowledgedIsLostInTwoHundredKills() throws Exception {
        killAndOpenAgain(200, 20260303);
    }

    private void killAndOpenAgain(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        Path file = folder.resolve("store.db");
        long acknowledgedEvents = 0;
        long unacknowledgedEvents = 0;
        long keptBefore = 0;
        for (int round = 0; round < rounds; round++) {
            String context = "round " + round + " of seed " + seed;
            List<String> acknowledged = killedAt(file, "r" + round, random);

            try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
                Map<String, Event> kept = new HashMap<>();
                Receipts.all(store).forEach(event -> kept.put(event.id().value(), event));
                long events = 0;
                for (String prefix : acknowledged) {
                    events += wholeBatch(kept, prefix, context);
                }
                assertBatchesAreWhole(kept, context);
                acknowledgedEvents += events;
                unacknowledgedEvents += kept.size() - keptBefore - events;
                keptBefore = kept.size();
            }
        }
        System.out.printf(
                "%d kills, seed %d: %d events acknowledged, 0 lost; %d more were on disk before they could be acknowledged%n",
                rounds, seed, acknowledgedEvents, unacknowledgedEvents);
        assertThat(acknowledgedEvents).isGreaterThan(rounds);
    }

    /** What the process said before it was killed. */
    private List<String> killedAt(Path file, String prefix, Random random) throws IOException, InterruptedException {
        Process child = ChildJvm.start(Writer.class, folder, file.toString(), prefix, Long.toString(random.nextLong()));
        return ChildJvm.killedAfter(child, random.nextInt(250_000));
    }

    private static int wholeBatch(Map<String, Event> kept, String prefix, String context) {
        int size = size(prefix);
        for (Event event : Receipts.batch(prefix, size)) {
            assertThat(kept.get(event.id().value())).as(context).isEqualTo(event);
        }
        return size;
    }

    private static void assertBatchesAreWhole(Map<String, Event> kept, String context) {
        Map<String, Integer> sizes = new HashMap<>();
        kept.keySet().forEach(id -> sizes.merge(id.substring(0, id.lastIndexOf('-')), 1, Integer::sum));
        sizes.forEach((prefix, size) ->
                assertThat(size).as(context + ", batch " + prefix).isEqualTo(size(prefix)));
    }

    /** The last part of a batch's name. */
    private static int size(String prefix) {
        return Integer.parseInt(prefix.substring(prefix.lastIndexOf('-') + 1));
    }

    /** The process that is killed: single events and batches from several threads, each acknowledged by a line. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws InterruptedException {
            SqliteStore store = SqliteStore.open(Path.of(arguments[0]), TestKeys.MASTER);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Thread[] threads = new Thread[SINGLES + BATCHES];
            for (int i = 0; i < threads.length; i++) {
                String thread = arguments[1] + "t" + i;
                Random random = new Random(Long.parseLong(arguments[2]) + i);
                boolean single = i < SINGLES;
                threads[i] = new Thread(() -> write(store, out, thread, random, single));
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private static void write(SqliteStore store, PrintStream out, String thread, Random random, boolean single) {
            for (int n = 0; ; n++) {
                int size = single ? 1 : 2 + random.nextInt(60);
                String prefix = thread + "n" + n + "-" + size;
                store.events().append(Receipts.batch(prefix, size));
                out.println(prefix);
            }
        }
    }
}
