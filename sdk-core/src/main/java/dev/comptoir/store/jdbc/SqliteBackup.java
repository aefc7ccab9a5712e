package dev.comptoir.store.jdbc;

import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Copies the file of a business, also while it is being written to, and puts copies back. */
final class SqliteBackup {
    /*
     * VACUUM INTO writes what one reading transaction sees: no writer waits, and what is committed meanwhile is not in it. It
     * does not synchronise what it writes, so the copy gets its name only after an fsync: a file with the final name is whole.
     */
    private static final String UNFINISHED = ".part";

    private SqliteBackup() {}

    /** @throws IllegalArgumentException if the target exists */
    static void write(Path source, Path target) {
        write(target, part -> {
            try (Connection own = SqliteStore.connect(source, true);
                    Statement allow = own.createStatement();
                    PreparedStatement vacuum = own.prepareStatement("VACUUM INTO ?")) {
                allow.execute("PRAGMA query_only = OFF");
                vacuum.setString(1, part.toAbsolutePath().toString());
                vacuum.execute();
            } catch (SQLException e) {
                throw SqliteStore.failure(source, "back up", e);
            }
        });
    }

    /** Lets somebody write a part, which gets its name once it is on disk. */
    static void write(Path target, PartWriter writer) {
        refuseExisting(target);
        Path part = part(target);
        try {
            Files.deleteIfExists(part);
            writer.write(part);
            name(part, target);
        } catch (SQLException e) {
            deleteQuietly(part);
            throw SqliteStore.failure(target, "write", e);
        } catch (RuntimeException e) {
            deleteQuietly(part);
            throw e;
        } catch (IOException e) {
            deleteQuietly(part);
            throw unwritable(target, e);
        }
    }

    /** @throws IllegalArgumentException if the target exists */
    static void restore(Path backup, Path target, MasterKey master, Instant now) {
        refuseExisting(target);
        // SQLite would replay it into the restored file.
        refuseExisting(target.resolveSibling(target.getFileName() + "-wal"));
        if (!Files.isRegularFile(backup)) {
            throw new IllegalArgumentException("There is no backup " + backup.getFileName() + ".");
        }
        Path part = part(target);
        try {
            Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
            // Opening checks it; a damaged backup, or one of a newer release, never gets the name of a business.
            try (SqliteStore store = SqliteStore.open(part, master)) {
                int again = store.eraseAgain(ErasureRegister.read(target), now);
                store.audit()
                        .append(new AuditDraft(
                                now, AuditAction.RESTORE, "comptoir", null, again + " customers erased again"));
            }
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".erased"));
            name(part, target);
        } catch (IOException e) {
            deleteQuietly(part);
            throw unwritable(target, e);
        } catch (RuntimeException e) {
            deleteQuietly(part);
            throw e;
        }
    }

    private static void name(Path part, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(part, target);
        } catch (FileAlreadyExistsException e) {
            deleteQuietly(part);
            refuseExisting(target);
        }
        Path folder = target.toAbsolutePath().getParent();
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException ignored) {
            // Windows opens no folders; there the name is in the file system's own log.
        }
    }

    private static void refuseExisting(Path target) {
        if (Files.exists(target)) {
            throw new IllegalArgumentException("The file " + target.getFileName()
                    + " exists and is not overwritten. Maybe choose another name, or move it away?");
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + UNFINISHED);
    }

    private static StoreException unwritable(Path target, IOException e) {
        return new StoreException(
                ErrorCode.STORE_FAILED,
                "Could not write the file " + target.getFileName() + " ("
                        + e.getClass().getSimpleName()
                        + "). Maybe the folder does not exist, may not be written, or its disk is full?",
                e);
    }

    private static void deleteQuietly(Path part) {
        for (String end : new String[] {"", "-wal", "-shm", "-journal"}) {
            try {
                Files.deleteIfExists(part.resolveSibling(part.getFileName() + end));
            } catch (IOException ignored) {
                // A file ending in .part is nobody's backup; the next attempt removes it.
            }
        }
    }

    /** Writes a whole database into a file that does not exist yet. */
    interface PartWriter {
        void write(Path part) throws SQLException;
    }
}
