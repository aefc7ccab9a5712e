package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.SnapshotStore.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bytes of all files tell to somebody who has them and not the key; and what is left in them after an erasure. */
class SealedBytesTest {
    private static final int CUSTOMERS = 12;

    @TempDir
    Path folder;

    @Test
    void nothingPersonalIsReadableInAnyFileOfADataDirectory() throws Exception {
        List<Personal> customers = customers(1);
        Path data = folder.resolve("data");
        Comptoir comptoir = Comptoir.open(data);
        for (int round = 0; round < 3; round++) {
            customers.forEach(customer -> comptoir.business("shop").events().appendAll(customer.events()));
        }
        comptoir.business("shop").events().append(customers.get(0).longMessage());
        RawFiles readable = RawFiles.lookingForTexts(
                customers.stream().flatMap(c -> c.secrets().stream()).toList());

        assertThat(readable.in(data)).as("while open").isEmpty();
        comptoir.close();
        assertThat(readable.in(data)).as("after closing").isEmpty();
        String key = Files.readString(data.resolve("comptoir.key")).strip().substring("comptoir-key-1 ".length());
        assertThat(RawFiles.lookingFor(List.of(Base64.getDecoder().decode(key))).in(data))
                .as("the key itself, but in its own form")
                .isEmpty();
        // The search would find it: such a text is where somebody puts it.
        Files.writeString(data.resolve("leak"), "x" + customers.get(3).secrets().get(5));
        assertThat(readable.in(data)).singleElement().asString().startsWith("leak at 1");
    }

    @Test
    void afterAnErasureNoFileHoldsAnythingOfTheCustomerNotEvenSealed() throws Exception {
        Path file = folder.resolve("store.db");
        List<Personal> customers = customers(100);
        Personal gone = customers.get(4);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            fill(store, customers, gone);
            List<byte[]> traces = traces(store, file, gone);
            RawFiles left = RawFiles.lookingFor(traces);
            RawFiles readable = RawFiles.lookingForTexts(gone.secrets());
            assertThat(left.in(folder)).as("before").isNotEmpty();
            assertThat(readable.in(folder)).as("before").isEmpty();
            long others = store.events().size() - gone.ids().size();

            assertThat(Erasures.erase(store, gone.customer())).containsExactly(gone.customer());

            assertThat(left.in(folder)).as("while open").isEmpty();
            assertThat(readable.in(folder)).as("while open").isEmpty();
            assertThat(store.events().size()).isEqualTo(others);
            store.backup(folder.resolve("backup.db"));
            assertThat(left.in(folder)).as("with a backup").isEmpty();
            assertThat(new RawSql(file).text("SELECT unclean FROM business")).isEqualTo("0");
            // What follows does not bring it back.
            customers.stream()
                    .filter(c -> c != gone)
                    .forEach(c -> store.events().append(c.events()));
            assertThat(left.in(folder)).as("after further appends").isEmpty();
        }
        RawFiles left = RawFiles.lookingFor(gone.ids().stream()
                .map(id -> id.getBytes(StandardCharsets.UTF_8))
                .toList());
        assertThat(left.in(folder)).as("after closing").isEmpty();
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThat(store.events().page(EventQuery.all().of(gone.customer()), null, 10))
                    .isEmpty();
            assertThat(store.audit().verify(null).intact()).isTrue();
        }
    }

    @Test
    void ofOneErasedAfterTheOtherNothingIsLeftOfAny() throws Exception {
        Path file = folder.resolve("store.db");
        List<Personal> customers = customers(200);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            fill(store, customers, customers.get(0));
            List<byte[]> traces = new ArrayList<>();
            for (Personal customer : customers) {
                traces.addAll(traces(store, file, customer));
                Erasures.erase(store, customer.customer());
                assertThat(RawFiles.lookingFor(traces).in(folder)).isEmpty();
            }
            assertThat(store.events().size()).isZero();
            assertThat(new RawSql(file).text("SELECT count(*) FROM customer_key"))
                    .isEqualTo("0");
        }
    }

    /** Rows grow and move: events come in turns, snapshots and products are replaced in between. */
    private static void fill(SqliteStore store, List<Personal> customers, Personal withLongMessage) {
        for (int round = 0; round < 8; round++) {
            for (Personal customer : customers) {
                store.events().append(customer.events());
            }
            int made = round;
            store.products().put(List.of(Product.of(ProductId.of("pain"), "Pain".repeat(20 * (1 + made)))));
            String about = customers.get(round).secrets().toString();
            Snapshot snapshot = new Snapshot("model", 1, store.events().lastSequence(), 0, Instant.EPOCH);
            store.snapshots().put(snapshot, out -> out.write(about.repeat(20).getBytes(StandardCharsets.UTF_8)));
            store.audit()
                    .append(new AuditDraft(
                            Instant.EPOCH,
                            AuditAction.ACCESS,
                            "marie",
                            customers.get(round).customer(),
                            about.substring(0, 300)));
        }
        store.events().append(List.of(withLongMessage.longMessage()));
    }

    /** All bytes that are kept of a customer, read past the library. */
    private static List<byte[]> traces(SqliteStore store, Path file, Personal customer) throws Exception {
        RawSql sql = new RawSql(file);
        String number = number(store, customer.customer());
        List<byte[]> traces = new ArrayList<>();
        traces.addAll(sql.blobs("SELECT body FROM event WHERE customer = " + number));
        traces.addAll(sql.blobs("SELECT sealed FROM customer_key WHERE number = " + number));
        traces.addAll(sql.blobs("SELECT look_up FROM customer_key WHERE number = " + number));
        traces.addAll(sql.blobs("SELECT bytes FROM snapshot_part"));
        assertThat(traces).hasSizeGreaterThan(customer.ids().size());
        customer.ids().forEach(id -> traces.add(id.getBytes(StandardCharsets.UTF_8)));
        return traces;
    }

    private static String number(SqliteStore store, CustomerId customer) {
        return store.read(connection -> {
            try (var select = connection.prepareStatement("SELECT customer FROM event WHERE id = ?")) {
                select.setString(
                        1,
                        store.events()
                                .page(EventQuery.all().of(customer), null, 1)
                                .get(0)
                                .event()
                                .id()
                                .value());
                try (var row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    return row.getString(1);
                }
            }
        });
    }

    private static List<Personal> customers(long seed) {
        List<Personal> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new Personal(seed + i));
        }
        return customers;
    }
}
