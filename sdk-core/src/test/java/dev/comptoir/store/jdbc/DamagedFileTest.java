package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.Message;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is said, or does not show: what is read is what was written. */
class DamagedFileTest {
    private static final int PAGE = 4096;
    /** A page of overflow begins with the number of the next, which is small; pages of a tree with their kind. */
    private static final byte OVERFLOW = 0;
    /** The header and the first pointers to cells. */
    private static final int TREE_HEADER = 40;

    private static final long SEED = 4711;

    @TempDir
    Path folder;

    private Path whole;
    private List<Event> written;

    @BeforeEach
    void write() {
        whole = folder.resolve("whole.db");
        try (SqliteStore store = SqliteStore.open(whole, TestKeys.MASTER)) {
            store.events().append(Receipts.batch("a", 400));
            // Longer than a page, so that there are pages of overflow.
            store.events()
                    .append(List.of(Message.of(
                            CustomerId.of("ana"),
                            Instant.EPOCH,
                            Message.Direction.FROM_CUSTOMER,
                            "mail",
                            "déjà ".repeat(3000))));
            written = Receipts.all(store);
        }
        assertThat(folder.resolve("whole.db-wal")).doesNotExist();
    }

    @Test
    void aCutFileIsSaidToBeDamaged() throws IOException {
        long size = Files.size(whole);
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            long cut = i < 5 ? PAGE * (1L + random.nextInt((int) (size / PAGE) - 1)) : 1 + random.nextLong(size - 1);
            Path torn = copy();
            truncate(torn, cut);
            assertThat(outcome(torn)).as("cut at " + cut).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void aPageOfZerosIsSaidOrBelongsToNothing() throws IOException {
        long pages = Files.size(whole) / PAGE;
        int refused = 0;
        for (long page = 0; page < pages; page++) {
            Path torn = copy();
            overwrite(torn, page * PAGE, new byte[PAGE]);
            Outcome outcome = outcome(torn);
            assertThat(outcome).as("page " + page).isNotEqualTo(Outcome.WRONG);
            refused += outcome == Outcome.REFUSED ? 1 : 0;
        }
        assertThat(refused).isGreaterThan((int) (pages * 9 / 10));
    }

    @Test
    void bytesFlippedInTheStructureOfAPageNeverGiveWrongEvents() throws IOException {
        // What SQLite cannot tell are flips within a text: it keeps no checksums of pages.
        List<Long> trees = new ArrayList<>();
        for (long page = 1; page < Files.size(whole) / PAGE; page++) {
            if (read(whole, page * PAGE) != OVERFLOW) {
                trees.add(page);
            }
        }
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            long at = trees.get(random.nextInt(trees.size())) * PAGE + random.nextInt(TREE_HEADER);
            byte[] flipped = {(byte) (read(whole, at) ^ 1 << random.nextInt(8))};
            Path torn = copy();
            overwrite(torn, at, flipped);
            Outcome outcome = outcome(torn);
            assertThat(outcome).as("flip at " + at).isNotEqualTo(Outcome.WRONG);
            refused += outcome == Outcome.REFUSED ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aTornLogGivesTheBatchesBeforeTheTearAndNoneInPart() throws IOException {
        Path open = folder.resolve("open.db");
        List<List<Event>> batches = new ArrayList<>();
        Path main = folder.resolve("kept.db");
        Path log = folder.resolve("kept.db-wal");
        try (SqliteStore store = SqliteStore.open(open, TestKeys.MASTER)) {
            for (int i = 0; i < 12; i++) {
                batches.add(Receipts.batch("b" + i, 10 + i));
                store.events().append(batches.get(i));
            }
            // As a killed process leaves them.
            Files.copy(open, main);
            Files.copy(folder.resolve("open.db-wal"), log);
        }
        long size = Files.size(log);
        Random random = new Random(SEED);
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Path torn = copyOf(main);
            Path tornLog = torn.resolveSibling(torn.getFileName() + "-wal");
            Files.copy(log, tornLog, StandardCopyOption.REPLACE_EXISTING);
            long at = random.nextLong(size);
            if (i % 2 == 0) {
                truncate(tornLog, at);
            } else {
                overwrite(tornLog, at, new byte[] {(byte) (read(log, at) ^ 0x10)});
            }
            try (SqliteStore store = SqliteStore.open(torn, TestKeys.MASTER)) {
                List<Event> kept = Receipts.all(store);
                List<Event> prefix = new ArrayList<>();
                int whole = 0;
                while (prefix.size() < kept.size()) {
                    prefix.addAll(batches.get(whole++));
                }
                assertThat(kept).as("log torn at " + at + " of " + size).isEqualTo(prefix);
                seen.add(whole);
                // It goes on from there.
                store.events().append(Receipts.batch("after", 3));
                assertThat(store.events().size()).isEqualTo(kept.size() + 3);
            }
        }
        assertThat(seen).as("tears at many places").contains(0).anyMatch(n -> n > 6);
    }

    private enum Outcome {
        AS_WRITTEN,
        REFUSED,
        WRONG
    }

    private Outcome outcome(Path file) {
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            return Receipts.all(store).equals(written) ? Outcome.AS_WRITTEN : Outcome.WRONG;
        } catch (CorruptStoreException e) {
            assertThat(e).hasMessageContaining("[store.corrupt]");
            return Outcome.REFUSED;
        }
    }

    private Path copy() throws IOException {
        return copyOf(whole);
    }

    private Path copyOf(Path file) throws IOException {
        Path copy = folder.resolve("torn.db");
        Files.deleteIfExists(folder.resolve("torn.db-wal"));
        Files.deleteIfExists(folder.resolve("torn.db-shm"));
        return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static void overwrite(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
            random.seek(at);
            random.write(bytes);
        }
    }

    private static byte read(Path file, long at) throws IOException {
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "r")) {
            random.seek(at);
            return random.readByte();
        }
    }
}
