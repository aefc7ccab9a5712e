package dev.comptoir.store.jdbc;

import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the rows of one business into a file of its own, the same as the SQLite store's, and puts such files back. */
final class PostgresBackup {
    private PostgresBackup() {}

    /** All as of one moment: other transactions go on, and what they commit meanwhile is not in it. */
    static void write(PostgresTransactions database, Tables tables, MasterKey master, Path target) {
        SqliteBackup.write(target, part -> {
            try (Connection file = SqliteStore.connect(part, false)) {
                SqliteSchema.prepare(part, file, master);
                database.readAtOneMoment(rows -> SqliteStore.transaction(file, to -> {
                    new TableCopy(rows, tables, to, Tables.alone(), PostgresText::read).run();
                    return part;
                }));
            }
        });
    }

    /**
     * Makes a business from a backup, which is checked and stays as it is.
     *
     * @throws IllegalArgumentException if there is such a business, or no such file
     */
    static void restore(PostgresTransactions database, String business, Path backup, MasterKey master, Instant now) {
        if (!Files.isRegularFile(backup)) {
            throw new IllegalArgumentException("There is no backup " + backup.getFileName() + ".");
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("comptoir-restore");
            // A copy, because opening brings an older file to this version.
            Path copy = Files.copy(backup, folder.resolve("copy.db"), StandardCopyOption.REPLACE_EXISTING);
            try (SqliteStore store = SqliteStore.open(copy, master)) {
                store.audit().append(new AuditDraft(now, AuditAction.RESTORE, "comptoir", null, ""));
            }
            try (Connection file = SqliteStore.connect(copy, true)) {
                database.write(rows -> {
                    Tables tables = PostgresStore.insertNew(rows, business);
                    new TableCopy(file, Tables.alone(), rows, tables, PostgresText::write).run();
                    return tables;
                });
            }
        } catch (SQLException e) {
            throw SqliteStore.failure(backup, "read", e);
        } catch (IOException e) {
            throw new StoreException(
                    ErrorCode.STORE_FAILED,
                    "The backup " + backup.getFileName() + " could not be copied ("
                            + e.getClass().getSimpleName() + "). Maybe the temporary folder is full?",
                    e);
        } finally {
            delete(folder == null ? List.of() : list(folder));
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException ignored) {
                // The temporary folder is the system's to clean; all in it is sealed.
            }
        }
    }
}
