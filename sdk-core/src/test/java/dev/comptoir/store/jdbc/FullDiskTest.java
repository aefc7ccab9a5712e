package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk without space, and files that may not be written. */
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void onAFullDiskNothingOfTheCallIsKeptAndItGoesOnOnceThereIsSpace() {
        Path file = folder.resolve("store.db");
        List<Event> kept = new ArrayList<>();
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            kept.addAll(Receipts.batch("before", 50));
            store.events().append(kept);
            // SQLite's own measure of space: the same error as from the disk, at a place that can be chosen.
            pragma(store, "max_page_count = 30");

            assertThatThrownBy(() -> store.events().append(Receipts.batch("large", 2000)))
                    .isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED);
                        assertThat(e.retryable()).isTrue();
                    })
                    .hasRootCauseMessage(
                            "[SQLITE_FULL] Insertion failed because database is full (database or disk is full)")
                    .cause()
                    .hasMessageContaining("The disk is full; nothing of this call was kept.");
            assertThat(Receipts.all(store)).isEqualTo(kept);
            // What still fits is kept.
            kept.addAll(Receipts.batch("small", 1));
            store.events().append(Receipts.batch("small", 1));

            pragma(store, "max_page_count = 1000000");
            kept.addAll(Receipts.batch("large", 2000));
            store.events().append(Receipts.batch("large", 2000));
        }
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThat(Receipts.all(store)).isEqualTo(kept);
        }
    }

    @Test
    void whatMayNotBeWrittenIsSaidAndCanStillBeRead() {
        try (SqliteStore store = SqliteStore.open(folder.resolve("store.db"), TestKeys.MASTER)) {
            store.events().append(Receipts.batch("before", 5));
            pragma(store, "query_only = ON");

            assertThatThrownBy(() -> store.events().append(Receipts.batch("after", 1)))
                    .isInstanceOf(StoreException.class)
                    .cause()
                    .hasMessageContaining("Maybe the folder or the file may not be written by this process?");
            assertThat(Receipts.all(store)).hasSize(5);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are set the POSIX way")
    void aReadOnlyFolderIsSaid() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        SqliteStore.open(locked.resolve("store.db"), TestKeys.MASTER).close();
        try {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
            Files.setPosixFilePermissions(locked.resolve("store.db"), PosixFilePermissions.fromString("r--r--r--"));
            assumeThat(Files.isWritable(locked))
                    .as("this user may write everywhere, whatever the rights say")
                    .isFalse();

            assertThatThrownBy(() -> {
                        try (SqliteStore store = SqliteStore.open(locked.resolve("store.db"), TestKeys.MASTER)) {
                            store.events().append(Receipts.batch("a", 1));
                        }
                    })
                    .isInstanceOf(StoreException.class);
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void pragma(SqliteStore store, String pragma) {
        store.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA " + pragma);
            }
        });
    }
}
