package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.StaffNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file open twice, as it is for a moment when a business was pushed out and comes back; and copied while it is open. */
class TwoSessionsTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BOB = CustomerId.of("bob");

    @TempDir
    Path folder;

    @Test
    void aNewCustomerHasOneKeyWhoeverCameFirst() throws Exception {
        Path file = folder.resolve("store.db");
        try (SqliteStore one = SqliteStore.open(file, TestKeys.MASTER);
                SqliteStore two = SqliteStore.open(file, TestKeys.MASTER)) {
            Append late = new Append(List.of(note(ANA, 2), note(BOB, 3)));
            CustomerKeys keysOfTwo = new CustomerKeys(two.access());
            keysOfTwo.seal(late);
            byte[] sealedBefore = late.rows().get(0).body();
            one.events().append(List.of(note(ANA, 1)));

            List<CustomerKey> fresh = two.write(connection -> keysOfTwo.settle(connection, List.of(late), 0));

            // Ana has a key by now, so the row is sealed anew with it; Bob's own is to be kept.
            assertThat(fresh).extracting(CustomerKey::customer).containsExactly(BOB);
            assertThat(late.rows().get(0).body()).isNotEqualTo(sealedBefore);
            two.events().append(List.of(note(ANA, 2)));
            assertThat(new RawSql(file).text("SELECT count(*) FROM customer_key"))
                    .isEqualTo("1");
            assertThat(one.events().page(EventQuery.all().of(ANA), null, 10)).hasSize(2);
            assertThat(two.events().page(EventQuery.all().of(ANA), null, 10)).hasSize(2);
        }
    }

    @Test
    void whoWasErasedByOneHasANewKeyInTheOther() throws Exception {
        Path file = folder.resolve("store.db");
        try (SqliteStore one = SqliteStore.open(file, TestKeys.MASTER);
                SqliteStore two = SqliteStore.open(file, TestKeys.MASTER)) {
            for (SqliteStore store : List.of(one, two)) {
                store.events().append(List.of(note(ANA, 1), note(BOB, 1)));
                assertThat(Receipts.all(store)).hasSize(2);
            }
            byte[] old = new RawSql(file)
                    .blobs("SELECT sealed FROM customer_key ORDER BY number")
                    .get(0);

            Erasures.erase(one, ANA);

            assertThat(two.events().append(List.of(note(ANA, 2), note(BOB, 2)))).hasSize(2);
            for (SqliteStore store : List.of(one, two)) {
                assertThat(Receipts.all(store)).containsExactly(note(BOB, 1), note(ANA, 2), note(BOB, 2));
            }
            assertThat(new RawSql(file).blobs("SELECT sealed FROM customer_key"))
                    .hasSize(2)
                    .doesNotContain(old);
            assertThat(RawFiles.lookingFor(List.of(old)).in(folder)).isEmpty();
        }
    }

    @Test
    void whileSomebodyStillReadsTheBytesStayAndItIsSaidAndFinishedLater() throws Exception {
        Path file = folder.resolve("store.db");
        List<byte[]> traces;
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            store.events().append(List.of(note(ANA, 1), note(BOB, 1)));
            traces = new RawSql(file).blobs("SELECT body FROM event WHERE sequence = 1");
            store.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("PRAGMA busy_timeout = 50");
                }
            });
            try (Connection other = SqliteStore.connect(file, true);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN");
                try (ResultSet row = statement.executeQuery("SELECT body FROM event")) {
                    assertThat(row.next()).isTrue();

                    assertThatThrownBy(() -> Erasures.erase(store, ANA))
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("is gone for every reader")
                            .hasMessageContaining("when the business is next opened, or with the next erasure");
                }
                assertThat(Receipts.all(store)).containsExactly(note(BOB, 1));
                assertThat(store.audit().page(0, 10)).hasSize(1);
                assertThat(RawFiles.lookingFor(traces).in(folder)).isNotEmpty();
                // As a process killed now would leave them.
                Path killed = Files.createDirectory(folder.resolve("killed"));
                Files.copy(file, killed.resolve("store.db"));
                Files.copy(folder.resolve("store.db-wal"), killed.resolve("store.db-wal"));
                SqliteStore.open(killed.resolve("store.db"), TestKeys.MASTER).close();
                assertThat(RawFiles.lookingFor(traces).in(killed)).isEmpty();
                statement.execute("COMMIT");
            }
            Erasures.erase(store, CustomerId.of("nobody"));
            assertThat(new RawSql(file).text("SELECT unclean FROM business")).isEqualTo("0");
        }
        assertThat(RawFiles.lookingFor(traces).in(folder)).isEmpty();
    }

    @Test
    void aCopyMadeWhileOpenIsRefusedOrHoldsOnlyWhatWasWritten() throws Exception {
        Path file = folder.resolve("store.db");
        Random random = new Random(815);
        int opened = 0;
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            for (int round = 0; round < 12; round++) {
                store.events().append(Receipts.batch("r" + round, 1 + random.nextInt(3000)));
                Path copy =
                        Files.createDirectory(folder.resolve("copy" + round)).resolve("store.db");
                Files.copy(file, copy);
                // Of a later moment: enough in between to move pages from the log to the file.
                store.events().append(Receipts.batch("s" + round, 1 + random.nextInt(3000)));
                Files.copy(folder.resolve("store.db-wal"), copy.resolveSibling("store.db-wal"));
                opened += opensWithWhatWasWritten(copy) ? 1 : 0;
            }
        }
        System.out.println("12 copies of an open file, seed 815: " + opened + " opened, the others refused");
    }

    private static boolean opensWithWhatWasWritten(Path copy) throws IOException {
        try (SqliteStore store = SqliteStore.open(copy, TestKeys.MASTER)) {
            for (Event event : Receipts.all(store)) {
                assertThat(event).isEqualTo(Receipts.of(event.id().value()));
            }
            return true;
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("[store.");
            return false;
        }
    }

    private static StaffNote note(CustomerId customer, int second) {

        return StaffNote.of(customer, Instant.EPOCH.plusSeconds(second), "marie", "note " + second);
    }
}
