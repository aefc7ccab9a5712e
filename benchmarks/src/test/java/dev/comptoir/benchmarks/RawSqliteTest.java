package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.event.Event;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.SqliteStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit is a fair one: the same work, nothing more and nothing less. */
class RawSqliteTest {
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int CALLS = 20;

    @TempDir
    Path folder;

    @Test
    void itWritesTheSameRowsIntoTheSameTables() throws SQLException {
        List<RawRow> rows = rows();
        Path file = folder.resolve("raw.db");
        try (RawSqlite raw = new RawSqlite(file)) {
            raw.appender().append(rows);
        }

        String keys = "SELECT number, hex(look_up), hex(sealed) FROM customer_key ORDER BY number";
        String events = "SELECT sequence, id, kind, at, customer, hex(body) FROM event ORDER BY sequence";
        String tables = "SELECT name, sql FROM sqlite_schema ORDER BY name";
        for (String query : List.of(keys, events, tables)) {
            assertThat(texts(file, query)).as(query).isNotEmpty().isEqualTo(texts(folder.resolve("store.db"), query));
        }
    }

    @Test
    void eachCallOfBothIsOneCommit() throws SQLException, IOException {
        List<RawRow> rows = rows();
        Path file = folder.resolve("raw.db");
        try (RawSqlite raw = new RawSqlite(file)) {
            RawStore.Appender appender = raw.appender();
            int before = commits(file);
            for (RawRow row : rows) {
                appender.append(List.of(row));
            }
            assertThat(commits(file) - before).isEqualTo(CALLS);
        }
        Path other = folder.resolve("other.db");
        try (Store store = SqliteStore.open(other, StoreKind.MASTER)) {
            int before = commits(other);
            for (Event receipt : Receipts.of(CALLS, 5)) {
                store.events().append(List.of(receipt));
            }
            assertThat(commits(other) - before).isEqualTo(CALLS);
        }
    }

    private List<RawRow> rows() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = SqliteStore.open(file, StoreKind.MASTER)) {
            store.events().append(Receipts.of(CALLS, 5));
        }
        try (RawSqlite raw = new RawSqlite(file)) {
            return raw.rows();
        }
    }

    /** Frames of the write-ahead log that end a transaction: https://sqlite.org/fileformat2.html#walformat */
    private static int commits(Path file) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (!Files.exists(log) || Files.size(log) < LOG_HEADER) {
            return 0;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log));
        int frame = FRAME_HEADER + bytes.getInt(8);
        int salt = bytes.getInt(16);
        int commits = 0;
        for (int at = LOG_HEADER; at + frame <= bytes.capacity(); at += frame) {
            if (bytes.getInt(at + 8) == salt && bytes.getInt(at + 4) != 0) {
                commits++;
            }
        }
        return commits;
    }

    private static List<String> texts(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(row.getString(i)).append('|');
                }
                texts.add(text.toString());
            }
            return texts;
        }
    }
}
