package dev.comptoir.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.BusinessId;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A business moves between a database and a file, with everything it owns. */
class PostgresBackupTest {
    private static final MasterKey KEY = MasterKey.of(new byte[32]);
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BOB = CustomerId.of("bob");
    private static final Product BREAD = Product.of(ProductId.of("pain"), "Pain \\ \u0000 d'épices")
            .withDescription("Au miel \\ \u0000 \uD83C\uDF6F")
            .withAttribute("goût", "épicé \u0000")
            .withAttribute("poids", 0.5);

    @TempDir
    Path folder;

    private DataSource database;

    @BeforeEach
    void start() {
        database = PostgresServer.newSchema();
    }

    @Test
    void aBusinessComesBackFromItsBackupIntoTheDatabaseAndIntoAFile() {
        Path backup = folder.resolve("backup.db");
        List<Event> expected;
        try (Comptoir comptoir = Comptoir.builder(database).masterKey(KEY).build()) {
            Business shop = comptoir.business("épicerie");
            fill(shop);
            expected = all(shop);
            shop.backup(backup);
            shop.events().append(purchase("later", BOB));
        }
        try (Comptoir comptoir = Comptoir.builder(database).masterKey(KEY).build()) {
            comptoir.restore(BusinessId.of("copy"), backup);
            check(comptoir.business("copy"), expected);
            assertThat(comptoir.business("épicerie").events().size()).isEqualTo(expected.size() + 1);
            assertThatThrownBy(() -> comptoir.restore(BusinessId.of("copy"), backup))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("exists and is not overwritten");
        }
        try (Comptoir comptoir =
                Comptoir.builder(folder.resolve("data")).masterKey(KEY).build()) {
            comptoir.restore(BusinessId.of("moved"), backup);
            check(comptoir.business("moved"), expected);
            comptoir.business("moved").backup(folder.resolve("back.db"));
        }
        try (Comptoir comptoir = Comptoir.builder(database).masterKey(KEY).build()) {
            comptoir.restore(BusinessId.of("returned"), folder.resolve("back.db"));
            check(comptoir.business("returned"), expected);
        }
    }

    @Test
    void whatIsNoBackupOrOfAnotherKeyChangesNothing() throws IOException {
        Path backup = folder.resolve("backup.db");
        Path text = Files.writeString(folder.resolve("text"), "not a database, but long enough to look like one");
        try (Comptoir comptoir = Comptoir.builder(database).masterKey(KEY).build()) {
            fill(comptoir.business("shop"));
            comptoir.business("shop").backup(backup);
            assertThatThrownBy(() -> comptoir.business("shop").backup(backup))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> comptoir.restore(BusinessId.of("new"), text))
                    .isInstanceOf(CorruptStoreException.class);
            assertThatThrownBy(() -> comptoir.restore(BusinessId.of("new"), folder.resolve("nothing")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(comptoir.business("new").events().size()).isZero();
        }
        try (Comptoir comptoir = Comptoir.builder(PostgresServer.newSchema()).build()) {
            assertThatThrownBy(() -> comptoir.restore(BusinessId.of("new"), backup))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY));
            assertThat(comptoir.business("new").events().append(purchase("1", ANA)))
                    .isTrue();
        }
    }

    private static void fill(Business shop) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            events.add(purchase("r" + i, i % 3 == 0 ? ANA : BOB));
        }
        events.add(Message.of(BOB, Instant.EPOCH, Message.Direction.FROM_CUSTOMER, "mail", "déjà \u0000 vu"));
        shop.events().appendAll(events);
        shop.events().append(purchase("gone", CustomerId.of("zoé")));
        shop.erasure().erase(SubjectRequest.of(CustomerId.of("zoé")));
        shop.catalog().put(BREAD);
    }

    private static void check(Business shop, List<Event> expected) {
        assertThat(all(shop)).isEqualTo(expected);
        assertThat(shop.events().of(ANA)).hasSize(400);
        assertThat(shop.catalog().find(BREAD.id())).contains(BREAD);
        assertThat(shop.erasure().certificates()).hasSize(1);
        assertThat(shop.audit().verify().intact()).isTrue();
        assertThat(shop.events().append(purchase("gone", CustomerId.of("zoé")))).isFalse();
        assertThat(shop.events().append(purchase("r1", BOB))).isFalse();
    }

    private static List<Event> all(Business shop) {
        List<Event> all = new ArrayList<>();
        shop.events().read(EventQuery.keptAfter(0), all::add);
        return all;
    }

    private static Purchase purchase(String id, CustomerId customer) {
        return Purchase.by(customer)
                .id(id)
                .at(Instant.parse("2026-03-02T12:00:00Z"))
                .line(ProductId.of("pain"), 1, Money.eur("1.20"))
                .build();
    }
}
