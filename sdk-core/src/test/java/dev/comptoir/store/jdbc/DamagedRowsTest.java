package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.StaffNote;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows changed past the library: it is said, nothing wrong is handed out, and what others own stays readable. */
class DamagedRowsTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BOB = CustomerId.of("bob");

    @TempDir
    Path folder;

    private Path file;
    private RawSql sql;

    @BeforeEach
    void write() {
        file = folder.resolve("store.db");
        sql = new RawSql(file);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            store.events().append(List.of(note(ANA, 0), note(BOB, 1), note(ANA, 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'VISIT'",
                "at = at + 1",
                "id = id || 'x'",
                "customer = 2",
                "customer = NULL",
                "body = (SELECT body FROM event WHERE sequence = 3)"
            })
    void aChangedEventIsFound(String change) throws Exception {
        sql.run("UPDATE event SET " + change + " WHERE sequence = 1");

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertCorrupt(() -> Receipts.all(store), "event with sequence number 1 was changed");
            assertThat(store.events().page(EventQuery.keptAfter(1), null, 10)).hasSize(2);
        }
    }

    @Test
    void aBitFlippedAnywhereInABodyIsFound() throws Exception {
        int length = sql.blobs("SELECT body FROM event WHERE sequence = 1").get(0).length;
        for (int at = 0; at < length; at++) {
            sql.flip("event", "body", "sequence = 1", at);
            try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
                assertCorrupt(() -> Receipts.all(store), "sequence number 1 ");
            }
            sql.flip("event", "body", "sequence = 1", at);
        }
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThat(Receipts.all(store)).hasSize(3);
        }
    }

    @Test
    void aFlippedKeyIsNamedAndOthersStayReadableAndItsOwnerCanBeErased() throws Exception {
        sql.flip("customer_key", "sealed", "number = 1", 20);

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertCorrupt(() -> Receipts.all(store), "the key of customer 1 cannot be read");
            assertCorrupt(() -> store.events().append(List.of(note(ANA, 9))), "the key of customer 1 cannot be read");
            assertThat(store.events().page(EventQuery.all().of(BOB), null, 10)).hasSize(1);
            assertThat(Erasures.erase(store, ANA)).containsExactly(ANA);
            assertThat(Receipts.all(store)).containsExactly(note(BOB, 1));
        }
    }

    @Test
    void aMissingKeyIsNamedAndOthersStayReadable() throws Exception {
        sql.run("DELETE FROM customer_key WHERE number = 1");

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertCorrupt(() -> Receipts.all(store), "the key of customer 1 is missing");
            assertThat(store.events().page(EventQuery.all().of(BOB), null, 10)).hasSize(1);
        }
    }

    @Test
    void exchangedKeysAreFound() throws Exception {
        byte[] first =
                sql.blobs("SELECT sealed FROM customer_key WHERE number = 1").get(0);
        byte[] second =
                sql.blobs("SELECT sealed FROM customer_key WHERE number = 2").get(0);
        sql.set("UPDATE customer_key SET sealed = ? WHERE number = 1", second);
        sql.set("UPDATE customer_key SET sealed = ? WHERE number = 2", first);

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertCorrupt(() -> Receipts.all(store), "was changed");
            assertCorrupt(() -> store.events().append(List.of(note(ANA, 9))), "lies in the place of another");
            assertCorrupt(() -> Erasures.erase(store, ANA), "lies in the place of another");
        }
    }

    @Test
    void aHashThatLeadsToSomebodyElseHandsOutAndErasesNobody() throws Exception {
        byte[] first =
                sql.blobs("SELECT look_up FROM customer_key WHERE number = 1").get(0);
        sql.run("UPDATE customer_key SET look_up = x'00' WHERE number = 1");
        sql.set("UPDATE customer_key SET look_up = ? WHERE number = 2", first);

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertCorrupt(
                    () -> store.events().page(EventQuery.all().of(ANA), null, 10), "lies in the place of another");
            assertCorrupt(() -> Erasures.erase(store, ANA), "lies in the place of another");
            assertThat(Receipts.all(store)).hasSize(3);
        }
    }

    @Test
    void anotherMasterKeyOrALostSecretIsSaid() throws Exception {
        byte[] other = new byte[32];
        other[31] = 1;
        assertThatThrownBy(() -> SqliteStore.open(file, MasterKey.of(other)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY));
        sql.flip("business", "secret", "TRUE", 30);
        assertThatThrownBy(() -> SqliteStore.open(file, TestKeys.MASTER))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY));
        sql.run("DELETE FROM business");
        assertCorrupt(() -> SqliteStore.open(file, TestKeys.MASTER), "no secret");
    }

    @Test
    void theMasterKeyIsAskedOnceForEachOpening() {
        AtomicInteger wraps = new AtomicInteger();
        AtomicInteger unwraps = new AtomicInteger();
        MasterKey counting = new MasterKey() {
            @Override
            public byte[] wrap(byte[] secret) {
                wraps.incrementAndGet();
                return TestKeys.MASTER.wrap(secret);
            }

            @Override
            public byte[] unwrap(byte[] wrapped) {
                unwraps.incrementAndGet();
                return TestKeys.MASTER.unwrap(wrapped);
            }
        };
        try (SqliteStore store = SqliteStore.open(file, counting)) {
            store.events().append(List.of(note(CustomerId.of("new"), 0), note(ANA, 5)));
            Receipts.all(store);
            Erasures.erase(store, ANA);
        }
        assertThat(wraps).hasValue(0);
        assertThat(unwraps).hasValue(1);
    }

    private static void assertCorrupt(ThrowingCallable call, String finding) {
        assertThatThrownBy(call).satisfies(e -> {
            assertThat(e).isInstanceOf(StoreException.class);
            Throwable deepest = e instanceof CorruptStoreException ? e : e.getCause();
            assertThat(deepest).isInstanceOf(CorruptStoreException.class).hasMessageContaining(finding);
        });
    }

    private static StaffNote note(CustomerId customer, int second) {
        return StaffNote.of(customer, Instant.EPOCH.plusSeconds(second), "zo\u00e9", "note " + second);
    }
}
