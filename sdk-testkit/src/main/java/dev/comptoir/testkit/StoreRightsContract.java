package dev.comptoir.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditHead;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.StaffNote;
import dev.comptoir.store.AuditStore;
import dev.comptoir.store.Erasing;
import dev.comptoir.store.EventStore;
import dev.comptoir.store.EventStore.Kept;
import dev.comptoir.store.EventStore.Outcome;
import dev.comptoir.store.SnapshotStore;
import dev.comptoir.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must do about erasure, snapshots and audit. Extend it, say how to open an empty store, and all tests run. */
public abstract class StoreRightsContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BOB = CustomerId.of("bob é \uD83E\uDD50");

    private @Nullable Store store;

    /** For the test class that extends it. */
    protected StoreRightsContract() {}

    /** A new store without events and products. */
    protected abstract Store openEmpty();

    @BeforeEach
    final void openStore() {
        store = openEmpty();
    }

    @AfterEach
    final void closeStore() {
        store().close();
    }

    @Test
    void whoIsErasedIsGoneAndTheOthersStay() {
        List<Event> events = List.of(
                purchase("1", ANA, 1),
                purchase("2", BOB, 2),
                purchase("3", null, 3),
                StaffNote.of(ANA, NOON, "Zoé", "allergie aux noix"),
                purchase("4", ANA, 4));
        events().append(events);
        long last = events().lastSequence();
        long erasures = events().erasures();

        assertThat(store().erase(List.of(always(ANA)), this::record)).containsExactly(ANA);

        assertThat(all(EventQuery.all())).containsExactly(events.get(1), events.get(2));
        assertThat(all(EventQuery.all().of(ANA))).isEmpty();
        assertThat(events().size()).isEqualTo(2);
        assertThat(events().erasures()).isEqualTo(erasures + 1);
        // Whoever reads on from the last number seen misses nothing, and sees that something has changed.
        assertThat(events().lastSequence()).isGreaterThan(last);
        events().append(List.of(purchase("5", BOB, 5)));
        assertThat(all(EventQuery.keptAfter(last))).containsExactly(purchase("5", BOB, 5));
    }

    @Test
    void anErasedEventIsNotKeptAgainButTheCustomerMayComeBack() {
        Event old = purchase("1", ANA, 1);
        events().append(List.of(old));
        store().erase(List.of(always(ANA)), this::record);

        assertThat(events().append(List.of(old, purchase("1", BOB, 1), purchase("2", ANA, 2))))
                .containsExactly(Outcome.ERASED, Outcome.ERASED, Outcome.STORED);

        assertThat(all(EventQuery.all().of(ANA))).containsExactly(purchase("2", ANA, 2));
        store().erase(List.of(always(ANA)), this::record);
        assertThat(events().append(List.of(purchase("2", ANA, 2), purchase("3", ANA, 3))))
                .containsExactly(Outcome.ERASED, Outcome.STORED);
    }

    @Test
    void theRecordOfAnErasureSaysWhatWasErasedAndIsSigned() throws GeneralSecurityException {
        events().append(List.of(purchase("b", ANA, 1), purchase("a", ANA, 2), purchase("é", ANA, 3)));
        List<Erasing.Erased> seen = new ArrayList<>();
        List<Boolean> genuine = new ArrayList<>();

        store().erase(List.of(always(ANA), always(BOB)), (erased, signer) -> {
            seen.add(erased);
            byte[] message = erased.eventsHash().getBytes(StandardCharsets.UTF_8);
            genuine.add(verify(signer.publicKey(), message, signer.sign(message)));
            return record(erased, signer);
        });

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String id : List.of("a", "b", "é")) {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            digest.update(new byte[] {0, 0, 0, (byte) bytes.length});
            digest.update(bytes);
        }
        assertThat(seen)
                .containsExactly(
                        new Erasing.Erased(ANA, 3, HexFormat.of().formatHex(digest.digest())),
                        new Erasing.Erased(
                                BOB,
                                0,
                                HexFormat.of()
                                        .formatHex(MessageDigest.getInstance("SHA-256")
                                                .digest())));
        assertThat(genuine).containsExactly(true, true);
        assertThat(store().audit().page(0, 10))
                .extracting(AuditEntry::subject)
                .containsExactly(store().audit().subject(ANA), store().audit().subject(BOB));
    }

    @Test
    void aCustomerWithANewerEventThanWasSeenIsLeftAlone() {
        events().append(List.of(purchase("1", ANA, 1)));
        long seen = events().lastSequence();
        events().append(List.of(purchase("2", ANA, 2), purchase("3", BOB, 3)));

        assertThat(store().erase(List.of(new Erasing.Target(ANA, seen)), this::record))
                .isEmpty();

        assertThat(events().size()).isEqualTo(3);
        assertThat(store().audit().page(0, 10)).isEmpty();
        assertThat(events().erasures()).isZero();
    }

    @Test
    void aRecordThatCannotBeMadeLeavesEverything() {
        events().append(List.of(purchase("1", ANA, 1)));

        assertThatThrownBy(() -> store().erase(List.of(always(ANA)), (erased, signer) -> {
                    throw new IllegalStateException("no ink");
                }))
                .hasMessageContaining("no ink");

        assertThat(all(EventQuery.all())).hasSize(1);
    }

    @Test
    void whereOneOfManyRecordsCannotBeMadeNobodyIsErased() {
        events().append(List.of(purchase("1", ANA, 1), purchase("2", BOB, 2)));

        assertThatThrownBy(() -> store().erase(List.of(always(ANA), always(BOB)), (erased, signer) -> {
                    if (erased.customer().equals(BOB)) {
                        throw new IllegalStateException("no ink");
                    }
                    return record(erased, signer);
                }))
                .hasMessageContaining("no ink");

        assertThat(all(EventQuery.all())).hasSize(2);
        assertThat(store().audit().page(0, 10)).isEmpty();
        assertThat(events().erasures()).isZero();
    }

    @Test
    void whoIsNamedTwiceIsErasedOnce() {
        events().append(List.of(purchase("1", ANA, 1)));

        assertThat(store().erase(List.of(always(ANA), always(ANA)), this::record))
                .containsExactly(ANA);

        assertThat(store().audit().page(0, 10)).hasSize(1);
    }

    @Test
    void aCustomerWithManyEventsIsReadInPagesAndErased() throws GeneralSecurityException {
        int many = Boolean.getBoolean("comptoir.long") ? 1_000_000 : 100_000;
        int batch = 5_000;
        for (int from = 0; from < many; from += batch) {
            List<Event> events = new ArrayList<>();
            for (int i = from; i < from + batch; i++) {
                events.add(purchase("%07d".formatted(i), ANA, i));
            }
            events().append(events);
        }
        events().append(List.of(purchase("other", BOB, 1)));
        int read = 0;
        Kept last = null;
        List<Kept> page;
        do {
            page = events().page(EventQuery.all().of(ANA), last, 1000);
            for (Kept kept : page) {
                assertThat(kept.event().id().value()).isEqualTo("%07d".formatted(read++));
                last = kept;
            }
        } while (page.size() == 1000);
        assertThat(read).isEqualTo(many);

        List<Erasing.Erased> seen = new ArrayList<>();
        store().erase(List.of(always(ANA)), (erased, signer) -> {
            seen.add(erased);
            return record(erased, signer);
        });

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < many; i++) {
            digest.update(new byte[] {0, 0, 0, 7});
            digest.update("%07d".formatted(i).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(seen)
                .containsExactly(new Erasing.Erased(ANA, many, HexFormat.of().formatHex(digest.digest())));
        assertThat(all(EventQuery.all())).containsExactly(purchase("other", BOB, 1));
        assertThat(events().append(List.of(purchase("0050000", ANA, 1)))).containsExactly(Outcome.ERASED);
    }

    @Test
    void eventsAppendedWhileTheirCustomerIsErasedAreReadableOrGone() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                int number = writer;
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        events().append(List.of(
                                purchase(number + "-" + i, ANA, i), purchase(number + "b" + i, BOB, i)));
                    }
                }));
            }
            for (int i = 0; i < 8; i++) {
                store().erase(List.of(always(ANA)), this::record);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        // Reading opens every seal: a row sealed with an erased key could not be read.
        assertThat(all(EventQuery.all().of(BOB))).hasSize(120);
        assertThat(all(EventQuery.all()))
                .allMatch(event -> ANA.equals(event.customer()) || BOB.equals(event.customer()));
        store().erase(List.of(always(ANA)), this::record);
        assertThat(all(EventQuery.all())).hasSize(120);
    }

    @Test
    void aSnapshotComesBackAsItWasAndIsReplacedAsAWhole() {
        byte[] bytes = new byte[700_001];
        new Random(7).nextBytes(bytes);
        SnapshotStore.Snapshot first = snapshot("model", 3);

        assertThat(store().snapshots().put(first, out -> out.write(bytes))).isTrue();

        assertThat(store().snapshots().find("model")).contains(first);
        assertThat(content("model")).isEqualTo(bytes);
        assertThat(store().snapshots().put(snapshot("other", 1), out -> {})).isTrue();
        assertThat(content("other")).isEmpty();
        assertThatThrownBy(() -> store().snapshots().put(snapshot("model", 4), out -> {
                    out.write(bytes, 0, 300_000);
                    throw new IOException("interrupted");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(content("model")).isEqualTo(bytes);
        assertThat(store().snapshots().put(snapshot("model", 5), out -> out.write(5)))
                .isTrue();
        assertThat(store().snapshots().find("model")).contains(snapshot("model", 5));
        assertThat(content("model")).containsExactly(5);
        assertThat(store().snapshots().delete("model")).isTrue();
        assertThat(store().snapshots().delete("model")).isFalse();
        assertThat(store().snapshots().find("model")).isEmpty();
        assertThat(store().snapshots().read("model", in -> {})).isFalse();
    }

    @Test
    void snapshotsDoNotOutliveAnErasure() {
        store().snapshots().put(snapshot("model", 1), out -> out.write(1));
        events().append(List.of(purchase("1", ANA, 1)));

        store().erase(List.of(always(ANA)), this::record);

        assertThat(store().snapshots().find("model")).isEmpty();
        // Made from what was read before: it may hold something of who was erased.
        assertThat(store().snapshots().put(snapshot("model", 1), out -> out.write(1)))
                .isFalse();
        SnapshotStore.Snapshot now = new SnapshotStore.Snapshot("model", 1, 0, events().erasures(), NOON);
        assertThat(store().snapshots().put(now, out -> out.write(1))).isTrue();
    }

    @Test
    void theAuditLogIsAChain() {
        AuditStore audit = store().audit();
        assertThat(audit.head()).isEqualTo(new AuditHead(0, ""));
        assertThat(audit.verify(null)).isEqualTo(new AuditCheck(0, true, ""));

        AuditEntry first = audit.append(new AuditDraft(NOON, AuditAction.ACCESS, "Zoé", ANA, "demande n° 12"));
        AuditEntry second = audit.append(new AuditDraft(NOON, AuditAction.OTHER, "till", null, ""));

        assertThat(audit.page(0, 10)).containsExactly(first, second);
        assertThat(audit.page(1, 10)).containsExactly(second);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.actor()).isEqualTo("Zoé");
        assertThat(first.detail()).isEqualTo("demande n° 12");
        assertThat(first.subject()).isEqualTo(audit.subject(ANA)).isNotEqualTo(audit.subject(BOB));
        assertThat(second.subject()).isEmpty();
        assertThat(audit.head()).isEqualTo(new AuditHead(2, second.hash()));
        assertThat(audit.verify(new AuditHead(1, first.hash()))).isEqualTo(new AuditCheck(2, true, ""));
        assertThat(audit.verify(new AuditHead(1, second.hash())).intact()).isFalse();
        assertThat(audit.verify(new AuditHead(3, second.hash())).intact()).isFalse();
    }

    private byte[] content(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(store().snapshots().read(name, in -> in.transferTo(bytes))).isTrue();
        return bytes.toByteArray();
    }

    private static SnapshotStore.Snapshot snapshot(String name, int version) {
        return new SnapshotStore.Snapshot(name, version, 0, 0, NOON);
    }

    private static Erasing.Target always(CustomerId customer) {
        return new Erasing.Target(customer, Long.MAX_VALUE);
    }

    private AuditDraft record(Erasing.Erased erased, Erasing.Signer signer) {
        return new AuditDraft(NOON, AuditAction.ERASURE, "test", erased.customer(), erased.eventsHash());
    }

    private static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Purchase purchase(String id, @Nullable CustomerId customer, int second) {
        Purchase.Builder purchase = customer == null ? Purchase.anonymous() : Purchase.by(customer);
        return purchase.id(id)
                .at(NOON.plusSeconds(second))
                .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                .build();
    }

    private List<Event> all(EventQuery query) {
        List<Event> all = new ArrayList<>();
        Kept last = null;
        List<Kept> page;
        do {
            page = events().page(query, last, 7);
            for (Kept kept : page) {
                all.add(kept.event());
                last = kept;
            }
        } while (page.size() == 7);
        return all;
    }

    private EventStore events() {
        return store().events();
    }

    private Store store() {
        Store open = store;
        if (open == null) {
            throw new IllegalStateException("openEmpty() has not been called.");
        }
        return open;
    }
}
