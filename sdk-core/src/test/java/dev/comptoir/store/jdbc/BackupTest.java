package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.BusinessId;
import dev.comptoir.Comptoir;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int BATCH = 10;
    private static final BusinessId SHOP = BusinessId.of("shop");

    @TempDir
    Path folder;

    @Test
    void whileAppendsGoOnABackupHoldsAllThatWasKeptBeforeAndOnlyWholeBatches() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger acknowledged = new AtomicInteger();
        try (SqliteStore store = SqliteStore.open(folder.resolve("store.db"), TestKeys.MASTER)) {
            store.events().append(Receipts.batch("before", 5 * BATCH));
            Future<?> writer = pool.submit(() -> {
                while (!enough.get()) {
                    store.events().append(Receipts.batch("n" + acknowledged.get(), BATCH));
                    acknowledged.incrementAndGet();
                }
            });
            for (int i = 0; i < 5; i++) {
                int reached = acknowledged.get() + 3;
                while (acknowledged.get() < reached && !writer.isDone()) {
                    Thread.onSpinWait();
                }
                int before = acknowledged.get();
                Path backup = folder.resolve("backup-" + i + ".db");
                store.backup(backup);
                int after = acknowledged.get() + 1;

                try (SqliteStore copy = SqliteStore.open(backup, TestKeys.MASTER)) {
                    List<Event> kept = Receipts.all(copy);
                    int batches = kept.size() / BATCH - 5;
                    assertThat(batches).isBetween(before, after);
                    List<Event> expected = new ArrayList<>(Receipts.batch("before", 5 * BATCH));
                    for (int batch = 0; batch < batches; batch++) {
                        expected.addAll(Receipts.batch("n" + batch, BATCH));
                    }
                    assertThat(kept).isEqualTo(expected);
                    assertThat(copy.events().lastSequence()).isEqualTo(expected.size());
                }
            }
            enough.set(true);
            writer.get();
        } finally {
            enough.set(true);
            pool.shutdownNow();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains(".part"))).isEmpty();
        }
    }

    @Test
    void aBusinessComesBackFromItsBackup() {
        Path backup = folder.resolve("backup.db");
        List<Event> events = Receipts.batch("a", 20);
        MasterKey key = TestKeys.MASTER;
        try (Comptoir comptoir =
                Comptoir.builder(folder.resolve("one")).masterKey(key).build()) {
            Business shop = comptoir.business(SHOP);
            shop.events().appendAll(events);
            shop.catalog().put(Product.of(ProductId.of("pain"), "Pain"));
            shop.backup(backup);
            shop.events().appendAll(Receipts.batch("later", 3));
        }
        try (Comptoir comptoir = Comptoir.open(folder.resolve("three"))) {
            assertThatThrownBy(() -> comptoir.restore(SHOP, backup))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY));
        }
        try (Comptoir comptoir =
                Comptoir.builder(folder.resolve("two")).masterKey(key).build()) {
            comptoir.restore(SHOP, backup);

            Business shop = comptoir.business(SHOP);
            assertThat(shop.events().size()).isEqualTo(events.size());
            assertThat(shop.catalog().title(ProductId.of("pain"))).isEqualTo("Pain");
            assertThat(shop.events().append(events.get(0))).isFalse();
            assertThat(shop.events().append(Receipts.of("new"))).isTrue();
        }
        assertThat(backup).exists();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        try (Comptoir comptoir = Comptoir.open(folder.resolve("data"))) {
            Business shop = comptoir.business(SHOP);
            shop.events().append(Receipts.of("1"));
            assertThatThrownBy(() -> shop.backup(taken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("taken exists and is not overwritten");
            assertThat(taken).hasContent("mine");

            Path backup = folder.resolve("backup.db");
            shop.backup(backup);
            shop.events().append(Receipts.of("2"));
            assertThatThrownBy(() -> comptoir.restore(SHOP, backup))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("b-shop.db exists");
            assertThat(shop.events().size()).isEqualTo(2);
        }
    }

    @Test
    void aLogLeftBesideAMovedFileIsNotReplayedIntoARestoredOne() throws IOException {
        Path backup = folder.resolve("backup.db");
        try (SqliteStore store = SqliteStore.open(folder.resolve("store.db"), TestKeys.MASTER)) {
            store.backup(backup);
        }
        Files.writeString(folder.resolve("other.db-wal"), "left");

        assertThatThrownBy(
                        () -> SqliteStore.restore(backup, folder.resolve("other.db"), TestKeys.MASTER, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other.db-wal exists");
    }

    @Test
    void whatIsNoBackupIsRefusedAndLeavesNothing() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), "This is no database. ".repeat(100));
        Path target = folder.resolve("store.db");

        assertThatThrownBy(() -> SqliteStore.restore(wrong, target, TestKeys.MASTER, Instant.EPOCH))
                .isInstanceOf(CorruptStoreException.class);
        assertThatThrownBy(() -> SqliteStore.restore(folder.resolve("nothing"), target, TestKeys.MASTER, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no backup nothing");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(wrong);
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        try (SqliteStore store = SqliteStore.open(folder.resolve("store.db"), TestKeys.MASTER)) {
            assertThatThrownBy(() -> store.backup(folder.resolve("nowhere/backup.db")))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void inMemoryThereIsNothingToCopy() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            assertThatThrownBy(() -> comptoir.business(SHOP).backup(folder.resolve("backup.db")))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> comptoir.restore(SHOP, folder.resolve("backup.db")))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
