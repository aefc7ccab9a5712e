package dev.comptoir.store.jdbc.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/** Loads SQLite's native library from a folder of our own instead of the system's temporary one. Thread-safe. */
public final class NativeLibrary {
    /*
     * The driver unpacks its library into a file and deletes that when the process ends in order; a killed one leaves it behind,
     * some megabytes each time. Here the file goes as soon as the library is loaded: Unix keeps what is mapped without a name.
     * Windows refuses to delete a library in use, so there it goes when the next process opens the folder, and whatever can be
     * deleted at all is in nobody's use.
     */
    private static final String FOLDER_PROPERTY = "org.sqlite.tmpdir";
    private static final String OWN_FILES = "sqlite-*";

    private NativeLibrary() {}

    /**
     * Loads the library unless this process has it, and removes what earlier processes left in the folder. Where the host has
     * set {@code org.sqlite.tmpdir} or {@code org.sqlite.lib.path}, its choice stands. A library that cannot be loaded from
     * here (a folder without the right to execute) is left to the driver, which tries the system's temporary folder.
     *
     * @param folder made for the moment of loading; only one process may be here at a time, so hold the directory's lock
     * @throws IOException if the folder cannot be made
     */
    // The driver guards its loading with its own class; only under the same lock is the property ours alone.
    @SuppressWarnings("LockOnNonEnclosingClassLiteral")
    public static void load(Path folder) throws IOException {
        clean(folder);
        synchronized (SQLiteJDBCLoader.class) {
            if (System.getProperty(FOLDER_PROPERTY) != null || System.getProperty("org.sqlite.lib.path") != null) {
                return;
            }
            Files.createDirectories(folder);
            System.setProperty(FOLDER_PROPERTY, folder.toAbsolutePath().toString());
            try {
                SQLiteJDBCLoader.initialize();
            } catch (Exception e) {
                // The driver tries again with the first connection, then without this folder, and reports what it
                // finds.
            } finally {
                System.clearProperty(FOLDER_PROPERTY);
                clean(folder);
            }
        }
    }

    private static void clean(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OWN_FILES)) {
            for (Path file : files) {
                deleteUnlessInUse(file);
            }
        }
        deleteUnlessInUse(folder);
    }

    private static void deleteUnlessInUse(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // In use, or not empty: the next one to open the directory tries again.
        }
    }
}
