package dev.comptoir.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Limits;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.DataException;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.StaffNote;
import dev.comptoir.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole engine over a database: the same answers as in memory, for as many businesses as there are. */
class PostgresComptoirTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final CustomerId ANA = CustomerId.of("ana");

    private static PGSimpleDataSource database;

    @BeforeAll
    static void makeSchema() {
        database = PostgresServer.newSchema();
    }

    @Test
    void profilesAreTheSameAsInMemory() {
        List<Event> events = receipts(400, 17);
        try (Comptoir inDatabase = Comptoir.builder(database).clock(CLOCK).build();
                Comptoir inMemory = Comptoir.inMemory().clock(CLOCK).build()) {
            Business shop = inDatabase.business("shop");
            Business expected = inMemory.business("shop");
            for (Business each : List.of(shop, expected)) {
                each.catalog()
                        .put(new Product(
                                ProductId.of("p1"), "Croissant", "viennoiseries", Money.eur("1.30"), Stock.AVAILABLE));
                assertThat(each.events().appendAll(events)).hasToString("400 stored, 0 already there, 0 rejected");
            }

            assertThat(shop.profiles().customers())
                    .isEqualTo(expected.profiles().customers())
                    .hasSize(20);
            for (CustomerId customer : expected.profiles().customers()) {
                assertThat(facts(shop.profiles().get(customer)))
                        .isEqualTo(facts(expected.profiles().get(customer)));
            }
            assertThat(shop.catalog().title(ProductId.of("p1"))).isEqualTo("Croissant");
        }
    }

    @Test
    void whatWasAppendedIsThereAfterOpeningAgainAndWhilePushedOut() {
        try (Comptoir comptoir = Comptoir.builder(database)
                .limits(Limits.defaults().withOpenBusinesses(1))
                .build()) {
            for (int i = 0; i < 10; i++) {
                comptoir.business("many " + i).events().append(purchase("1", "p" + i));
            }
            assertThat(comptoir.openBusinesses()).isLessThanOrEqualTo(1);
        }
        try (Comptoir comptoir = Comptoir.builder(database).build()) {
            for (int i = 0; i < 10; i++) {
                assertThat(comptoir.business("many " + i).events().of(ANA)).containsExactly(purchase("1", "p" + i));
            }
            assertThatThrownBy(() -> comptoir.business("many 1").events().append(purchase("1", "p2")))
                    .isInstanceOf(DataException.class);
        }
    }

    @Test
    void enginesOnOneDatabaseSeeEachOthersEvents() {
        try (Comptoir one = Comptoir.builder(database).clock(CLOCK).build();
                Comptoir other = Comptoir.builder(database).clock(CLOCK).build()) {
            Business here = one.business("shared");
            Business there = other.business("shared");
            for (int i = 0; i < 5; i++) {
                here.events().append(purchase("here " + i, "p1"));
                there.events().append(purchase("there " + i, "p1"));
                assertThat(here.profiles().get(ANA).purchaseCount()).isEqualTo(2L * i + 2);
                assertThat(there.profiles().get(ANA).rfm())
                        .isEqualTo(here.profiles().get(ANA).rfm());
            }
        }
    }

    @Test
    void afterClosingTheDataSourceIsStillTheApplications() {
        Comptoir comptoir = Comptoir.builder(database).build();
        Business shop = comptoir.business("closed");
        shop.events().append(StaffNote.of(ANA, NOON, "marie", "x"));
        comptoir.close();

        assertThatThrownBy(() -> shop.events().size()).isInstanceOf(ClosedException.class);
        assertThat(PostgresServer.text(database, "SELECT 1")).isEqualTo("1");
    }

    private static String facts(Profile profile) {
        return profile.rfm() + " " + profile.spend() + " " + profile.purchaseCount() + " " + profile.nextPurchase();
    }

    private static List<Event> receipts(int count, long seed) {
        Random random = new Random(seed);
        List<Event> receipts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            receipts.add(Purchase.by(CustomerId.of("c" + i % 20))
                    .id("r" + i)
                    .at(NOON.minus(Duration.ofHours(random.nextInt(10_000))))
                    .line(ProductId.of("p" + random.nextInt(5)), 1 + random.nextInt(3), Money.eur("1.30"))
                    .build());
        }
        return receipts;
    }

    private static Purchase purchase(String id, String product) {
        return Purchase.by(ANA)
                .id(id)
                .at(NOON)
                .line(ProductId.of(product), 1, Money.eur("1.00"))
                .build();
    }
}
