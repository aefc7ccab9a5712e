package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Message;
import dev.comptoir.event.Visit;
import dev.comptoir.store.EventStore.Kept;
import dev.comptoir.store.EventStore.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of version 1, which kept everything in the clear, becomes one of this version. */
class SqliteMigrationTest {
    private static final List<String> FIRST_VERSION = List.of(
            "PRAGMA journal_mode = WAL",
            "CREATE TABLE event (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
                    + " at INTEGER NOT NULL, customer TEXT, body TEXT NOT NULL) STRICT",
            "CREATE INDEX event_by_time ON event (at, id)",
            "CREATE INDEX event_by_customer ON event (customer, at, id) WHERE customer IS NOT NULL",
            "CREATE TABLE product (id TEXT PRIMARY KEY, title TEXT NOT NULL, category TEXT,"
                    + " price INTEGER, currency TEXT, stock TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "INSERT INTO product VALUES ('pain', 'Pain', NULL, NULL, NULL, 'AVAILABLE')",
            "PRAGMA application_id = " + 0x434d5054,
            "PRAGMA user_version = 1");

    @TempDir
    Path folder;

    private Path file;
    private final List<Event> events = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void writeFirstVersion() throws Exception {
        file = folder.resolve("store.db");
        for (int i = 0; i < 250; i++) {
            Personal customer = new Personal(900 + i % 50);
            events.addAll(new Personal(7000 + i).events());
            events.add(Visit.of(customer.customer(), Instant.ofEpochMilli(i - 100)));
            secrets.addAll(customer.secrets());
        }
        events.add(
                Message.of(null, Instant.EPOCH, Message.Direction.TO_CUSTOMER, "mail", "\uD83E\uDD50 d\u00e9j\u00e0"));
        new RawSql(file).run(FIRST_VERSION.toArray(String[]::new));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                insert.setLong(1, sequence(i));
                insert.setString(2, event.id().value());
                insert.setString(3, event.kind().name());
                insert.setLong(4, event.at().toEpochMilli());
                insert.setString(
                        5, event.customer() == null ? null : event.customer().value());
                // Version 1 wrote characters beyond U+FFFF as they are.
                insert.setString(
                        6,
                        new String(EventJson.write(event), StandardCharsets.UTF_8)
                                .replace("\\uD83E\\uDD50", "\uD83E\uDD50"));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /** With gaps, as no version makes them, so that it shows whether numbers stay. */
    private static long sequence(int i) {
        return 3L * i + 5;
    }

    @Test
    void eventsKeepTheirContentOrderAndNumbersAndNothingStaysReadable() throws Exception {
        RawFiles readable = RawFiles.lookingForTexts(secrets);
        assertThat(readable.in(folder)).isNotEmpty();

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            List<Kept> kept = store.events().page(EventQuery.keptAfter(0), null, 100_000);
            assertThat(kept).extracting(Kept::event).isEqualTo(events);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i).sequence()).isEqualTo(sequence(i));
            }
            assertThat(readable.in(folder)).as("while open").isEmpty();
            assertThat(store.events().append(events)).containsOnly(Outcome.DUPLICATE);
            assertThat(store.events().append(Receipts.batch("new", 1))).containsExactly(Outcome.STORED);
            assertThat(store.events().lastSequence()).isEqualTo(sequence(events.size() - 1) + 1);
            assertThat(store.products().all()).hasSize(1);
            assertThat(store.audit().verify(null).intact()).isTrue();
        }
        RawSql sql = new RawSql(file);
        assertThat(sql.text("PRAGMA user_version")).isEqualTo("3");
        assertThat(sql.text("SELECT unclean FROM business")).isEqualTo("0");
        assertThat(readable.in(folder)).as("after closing").isEmpty();
    }

    @Test
    void whereSealingFailsItStaysVersionOne() throws Exception {
        MasterKey away = new MasterKey() {
            @Override
            public byte[] wrap(byte[] secret) {
                throw new IllegalStateException("the key service is away");
            }

            @Override
            public byte[] unwrap(byte[] wrapped) {
                throw new IllegalStateException("the key service is away");
            }
        };

        assertThatThrownBy(() -> SqliteStore.open(file, away)).hasMessageContaining("the key service is away");

        RawSql sql = new RawSql(file);
        assertThat(sql.text("PRAGMA user_version")).isEqualTo("1");
        assertThat(sql.text("SELECT count(*) FROM event WHERE customer = '"
                        + new Personal(900).customer().value() + "'"))
                .isEqualTo("5");
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThat(Receipts.all(store)).isEqualTo(events);
        }
    }

    @Test
    void anEventThatCouldNotBeReadBeforeKeepsNobodyFromTheOthers() throws Exception {
        new RawSql(file).run("UPDATE event SET body = '{\"currency\":\"ZZZ\"}' WHERE sequence = " + sequence(5));

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThat(store.events().size()).isEqualTo(events.size());
            assertThat(store.events().page(EventQuery.keptAfter(sequence(5)), null, 100_000))
                    .hasSize(events.size() - 6);
            assertThatThrownBy(() -> store.events().page(EventQuery.keptAfter(0), null, 10))
                    .hasMessageContaining("[store.corrupt]");
        }
    }
}
