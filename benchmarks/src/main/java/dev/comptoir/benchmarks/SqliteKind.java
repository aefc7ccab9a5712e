package dev.comptoir.benchmarks;

import dev.comptoir.Comptoir;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A file for each business. */
final class SqliteKind implements StoreKind {
    private final Path folder;
    private int files;

    SqliteKind(Path folder) {
        this.folder = folder;
    }

    @Override
    public Place place() {
        Path file = folder.resolve("file-" + ++files + ".db");
        return new Place() {
            @Override
            public Store open() {
                return SqliteStore.open(file, MASTER);
            }

            @Override
            public RawStore raw() throws SQLException {
                return new RawSqlite(file);
            }

            @Override
            public long bytes() throws IOException {
                return Files.size(file);
            }

            @Override
            public void close() throws IOException {
                String name = String.valueOf(file.getFileName()).replace(".db", "");
                for (String end : List.of(".db", ".db-wal", ".db-shm", ".erased")) {
                    Files.deleteIfExists(file.resolveSibling(name + end));
                }
            }
        };
    }

    @Override
    public Comptoir.Builder engine() {
        return Comptoir.builder(folder.resolve("many"));
    }

    @Override
    public boolean isDatabase() {
        return true;
    }

    @Override
    public void rawOpen(String business) throws SQLException {
        Path file = folder.resolve("many/businesses/b-" + business + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM event")) {
            row.next();
        }
    }

    @Override
    public void close() {}
}
