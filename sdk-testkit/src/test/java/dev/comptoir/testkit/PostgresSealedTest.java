package dev.comptoir.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.BusinessId;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.StaffNote;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.EventStore.Kept;
import dev.comptoir.store.EventStore.Outcome;
import dev.comptoir.store.Store;
import dev.comptoir.store.jdbc.PostgresDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What the tables tell without the key, what is left after an erasure, damage, and the way from version 1. */
@Timeout(60)
class PostgresSealedTest {
    private static final MasterKey MASTER = MasterKey.of(new byte[32]);
    private static final BusinessId SHOP = BusinessId.of("shop");
    private static final CustomerId ANA = CustomerId.of("ana.müller@exemple.fr");
    private static final CustomerId BOB = CustomerId.of("bob");
    private static final List<String> FIRST_VERSION = List.of(
            "CREATE TABLE comptoir_schema (version INTEGER NOT NULL)",
            "CREATE TABLE comptoir_business (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " id TEXT COLLATE \"C\" NOT NULL UNIQUE, last_sequence BIGINT NOT NULL DEFAULT 0)",
            "CREATE TABLE comptoir_event (business BIGINT NOT NULL, sequence BIGINT NOT NULL,"
                    + " id TEXT COLLATE \"C\" NOT NULL, kind TEXT COLLATE \"C\" NOT NULL, at BIGINT NOT NULL,"
                    + " customer TEXT COLLATE \"C\", body TEXT NOT NULL,"
                    + " PRIMARY KEY (business, sequence), UNIQUE (business, id))",
            "CREATE INDEX comptoir_event_by_time ON comptoir_event (business, at, id)",
            "CREATE INDEX comptoir_event_by_customer ON comptoir_event (business, customer, at, id)"
                    + " WHERE customer IS NOT NULL",
            "CREATE TABLE comptoir_product (business BIGINT NOT NULL, id TEXT COLLATE \"C\" NOT NULL,"
                    + " title TEXT NOT NULL, category TEXT, price BIGINT, currency TEXT, stock TEXT NOT NULL,"
                    + " PRIMARY KEY (business, id))",
            "INSERT INTO comptoir_schema (version) VALUES (1)",
            "INSERT INTO comptoir_business (id, last_sequence) VALUES ('empty', 0), ('shop', 9)",
            "INSERT INTO comptoir_event VALUES (2, 4, 'n1', 'STAFF_NOTE', -5, 'ana.müller@exemple.fr',"
                    + " '{\"author\":\"zoé\",\"text\":\"allergie \uD83E\uDD50\"}'),"
                    + " (2, 9, 'n2', 'STAFF_NOTE', 7, 'bob', '{\"author\":\"zoé\",\"text\":\"x\"}')");

    private PGSimpleDataSource database;

    @BeforeEach
    void makeSchema() {
        database = PostgresServer.newSchema();
    }

    @Test
    void nothingPersonalIsInAnyTableAndNothingOfTheErasedIsLeft() {
        Store store = PostgresDatabase.open(database, MASTER).store(SHOP);
        store.events().append(List.of(note(ANA, "n1"), note(BOB, "n2")));
        assertThat(everything()).doesNotContain("exemple.fr", "allergie", "zoé").contains("n1");
        String body = text("SELECT encode(body, 'hex') FROM comptoir_event WHERE sequence = 1");
        String key = text("SELECT encode(sealed, 'hex') FROM comptoir_customer_key WHERE number = 1");
        assertThat(everything()).contains(body, key);

        erase(store, ANA);

        assertThat(everything()).doesNotContain(body, key, "n1");
        assertThat(store.events().page(EventQuery.all(), null, 10)).hasSize(1);
    }

    @Test
    void changedRowsAreFoundAndOthersStayReadable() {
        Store store = PostgresDatabase.open(database, MASTER).store(SHOP);
        store.events().append(List.of(note(ANA, "n1"), note(BOB, "n2")));
        PostgresServer.execute(database, "UPDATE comptoir_event SET at = at + 1 WHERE sequence = 1");

        assertThatThrownBy(() -> store.events().page(EventQuery.all(), null, 10))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("sequence number 1 was changed");
        assertThat(store.events().page(EventQuery.all().of(BOB), null, 10)).hasSize(1);
        store.audit().append(new AuditDraft(Instant.EPOCH, AuditAction.OTHER, "zoé", null, ""));
        PostgresServer.execute(database, "DELETE FROM comptoir_audit");
        assertThat(store.audit().verify(null).finding()).isEqualTo("the log ends at entry 0, but its last was 1");
    }

    @Test
    void anotherMasterKeyIsSaid() {
        PostgresDatabase.open(database, MASTER).store(SHOP).events().append(List.of(note(ANA, "n1")));
        byte[] other = new byte[32];
        other[0] = 1;

        Store store = PostgresDatabase.open(database, MasterKey.of(other)).store(SHOP);

        assertThatThrownBy(() -> store.events().page(EventQuery.all(), null, 10))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY));
    }

    @Test
    void tablesOfVersionOneAreSealedWithTheirOrderAndNumbers() {
        PostgresServer.execute(database, FIRST_VERSION.toArray(String[]::new));

        PostgresDatabase opened = PostgresDatabase.open(database, MASTER);

        Store store = opened.store(SHOP);
        List<Event> events = List.of(
                StaffNote.of(ANA, Instant.ofEpochMilli(-5), "zoé", "allergie \uD83E\uDD50")
                        .withId(note(ANA, "n1").id()),
                StaffNote.of(BOB, Instant.ofEpochMilli(7), "zoé", "x")
                        .withId(note(BOB, "n2").id()));
        assertThat(store.events().page(EventQuery.keptAfter(0), null, 10))
                .containsExactly(new Kept(4, events.get(0)), new Kept(9, events.get(1)));
        assertThat(store.events().append(events)).containsOnly(Outcome.DUPLICATE);
        assertThat(everything()).doesNotContain("exemple.fr", "allergie", "zoé");
        assertThat(text("SELECT max(version) FROM comptoir_schema")).isEqualTo("3");
        assertThat(store.audit().verify(null).intact()).isTrue();
        store.events().append(List.of(note(ANA, "n3")));
        assertThat(store.events().lastSequence()).isEqualTo(10);
        assertThat(opened.store(BusinessId.of("empty")).events().append(List.of(note(ANA, "n1"))))
                .containsExactly(Outcome.STORED);
    }

    @Test
    void aMigrationThatFailsLeavesVersionOne() {
        PostgresServer.execute(database, FIRST_VERSION.toArray(String[]::new));
        // In the way of a late step.
        PostgresServer.execute(database, "CREATE TABLE comptoir_snapshot_part (mine INTEGER)");

        assertThatThrownBy(() -> PostgresDatabase.open(database, MASTER)).isInstanceOf(StoreException.class);

        assertThat(text("SELECT max(version) FROM comptoir_schema")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM comptoir_event WHERE customer = 'bob'"))
                .isEqualTo("1");
        PostgresServer.execute(database, "DROP TABLE comptoir_snapshot_part");
        Store store = PostgresDatabase.open(database, MASTER).store(SHOP);
        assertThat(store.events().size()).isEqualTo(2);
    }

    /** All rows of all our tables as text; bytes in hexadecimal. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of(
                "business", "customer_key", "event", "erased", "audit", "snapshot", "snapshot_part", "product")) {
            all.append(text("SELECT coalesce(string_agg(CAST(t AS text), ' '), '') FROM comptoir_" + table + " AS t"));
        }
        return all.toString();
    }

    private String text(String query) {
        return PostgresServer.text(database, query);
    }

    private static void erase(Store store, CustomerId customer) {
        store.erase(
                List.of(new Erasing.Target(customer, Long.MAX_VALUE)),
                (erased, signer) -> new AuditDraft(
                        Instant.EPOCH, AuditAction.ERASURE, "test", erased.customer(), erased.eventsHash()));
    }

    private static StaffNote note(CustomerId customer, String id) {
        return StaffNote.of(customer, Instant.EPOCH, "zoé", "allergie aux noix").withId(EventId.of(id));
    }
}
