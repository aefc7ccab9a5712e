package dev.comptoir.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final Instant NOW = Instant.parse("2026-06-30T22:30:00Z");
    private final Comptoir comptoir =
            Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    private final Business shop = comptoir.business("shop");

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void rfmScoresAreQuintilesWorkedByHand() {
        // Five customers, a to e: e bought last, most often and for the most.
        for (int i = 0; i < 5; i++) {
            for (int p = 0; p <= i; p++) {
                buy((char) ('a' + i), 100 - 10 * i - p, "1.00");
            }
        }
        assertThat(rfm("a")).isEqualTo("R1 F1 M1");
        assertThat(rfm("b")).isEqualTo("R2 F2 M2");
        assertThat(rfm("c")).isEqualTo("R3 F3 M3");
        assertThat(rfm("d")).isEqualTo("R4 F4 M4");
        assertThat(rfm("e")).isEqualTo("R5 F5 M5");
    }

    @Test
    void tiesShareOneScore() {
        // Frequencies 1 1 1 1 2 among five: the four share the mean rank 2.5, so 1 + floor(5 * 2.0 / 5) = 3.
        // Amounts 1 1 1 1 2: the same. Days 50 50 50 50 10: the same.
        for (char customer = 'a'; customer <= 'd'; customer++) {
            buy(customer, 50, "1.00");
        }
        buy('e', 10, "1.00");
        buy('e', 20, "1.00");
        assertThat(List.of(rfm("a"), rfm("b"), rfm("c"), rfm("d"))).containsOnly("R3 F3 M3");
        assertThat(rfm("e")).isEqualTo("R5 F5 M5");
    }

    @Test
    void aCustomerAloneStandsInTheMiddle() {
        buy('a', 3, "5.00");
        assertThat(rfm("a")).isEqualTo("R3 F3 M3");
    }

    @Test
    void returnsLowerTheSpendAndNotTheCount() {
        buy('a', 3, "5.00");
        buy('a', 2, "7.01");
        shop.events()
                .append(Return.by(CustomerId.of("a"))
                        .at(ago(1))
                        .line(ProductId.of("pain"), 1, Money.eur("2.00"))
                        .build());

        Profile ana = profile("a");
        assertThat(ana.spend()).isEqualTo(Money.eur("10.01"));
        assertThat(ana.averageBasket()).contains(Money.eur("6.01"));
        assertThat(ana.purchaseCount()).isEqualTo(2);
        assertThat(ana.returnCount()).isEqualTo(1);
        assertThat(ana.why(ProfileValue.SPEND).text())
                .isEqualTo("2 achats pour 12,01\u00a0€, moins un retour de 2,00\u00a0€");
    }

    @Test
    void daysAreTheBusinessesOwn() {
        // 22:30 in Greenwich on June 30 is July 1 in Paris, and so is 22:05; 21:55 is still June 30 there.
        buyAt('a', Instant.parse("2026-06-30T22:05:00Z"));
        buyAt('b', Instant.parse("2026-06-30T21:55:00Z"));
        assertThat(profile("a").daysSinceLastPurchase()).hasValue(0);
        assertThat(profile("b").daysSinceLastPurchase()).hasValue(1);
        assertThat(rfm("a").charAt(1)).isGreaterThan(rfm("b").charAt(1));
    }

    @Test
    void favouritesCountPurchasesNotPieces() {
        shop.catalog()
                .putAll(List.of(
                        Product.of(ProductId.of("pain"), "Pain complet").withCategory("pains"),
                        Product.of(ProductId.of("baguette"), "Baguette").withCategory("pains"),
                        Product.of(ProductId.of("tarte"), "Tarte").withCategory("desserts")));
        CustomerId ana = CustomerId.of("a");
        shop.events()
                .appendAll(List.of(
                        Purchase.by(ana)
                                .at(ago(9))
                                .line(ProductId.of("tarte"), 20, Money.eur("1"))
                                .line(ProductId.of("tarte"), 1, Money.eur("1"))
                                .build(),
                        Purchase.by(ana)
                                .at(ago(8))
                                .line(ProductId.of("pain"), 1, Money.eur("1"))
                                .line(ProductId.of("baguette"), 1, Money.eur("1"))
                                .build(),
                        Purchase.by(ana)
                                .at(ago(7))
                                .line(ProductId.of("pain"), 1, Money.eur("1"))
                                .build()));

        Profile profile = profile("a");

        assertThat(profile.favouriteProducts())
                .extracting(Favourite::title)
                .containsExactly("Pain complet", "Baguette", "Tarte");
        assertThat(profile.favouriteCategories())
                .extracting(Favourite::key, Favourite::purchases)
                .containsExactly(tuple("pains", 2), tuple("desserts", 1));
        assertThat(profile.favouriteProducts().get(0).share()).isEqualTo(2.0 / 3);
    }

    @Test
    void everyValueSaysWhyInFrenchAndEnglish() {
        CustomerId ana = CustomerId.of("a");
        List<EventId> receipts = new ArrayList<>();
        for (int day = 28; day >= 0; day -= 7) {
            Purchase purchase = purchase('a', day, "2.00");
            shop.events().append(purchase);
            receipts.add(0, purchase.id());
        }
        Profile known = profile("a");
        Profile unknown = profile("nobody");

        for (ProfileValue value : ProfileValue.values()) {
            for (Profile profile : List.of(known, unknown)) {
                for (Locale language : List.of(Locale.FRENCH, Locale.CANADA_FRENCH, Locale.ENGLISH, Locale.JAPANESE)) {
                    assertThat(profile.why(value).text(language))
                            .as(value + " " + language)
                            .isNotBlank()
                            .doesNotContain("{", "null");
                }
            }
        }
        assertThat(known.why(ProfileValue.PURCHASE_COUNT).events()).isEqualTo(receipts);
        assertThat(known.why(ProfileValue.FIRST_PURCHASE).events()).containsExactly(receipts.get(4));
        assertThat(known.nextPurchase().orElseThrow().expected()).isEqualTo(LocalDate.of(2026, 7, 8));
        assertThat(known.why(ProfileValue.NEXT_PURCHASE).text(Locale.ENGLISH))
                .isEqualTo("last purchase on 1 July 2026, then the usual 7 days (median of 4 intervals)");
        assertThat(known.customer()).isEqualTo(ana);
        assertThat(unknown.why(ProfileValue.SPEND).eventCount()).isZero();
    }

    @Test
    void theNumbersInAReasonGiveTheValueAgain() {
        buy('a', 9, "3.00");
        buy('a', 4, "4.01");
        Profile profile = profile("a");

        Money bought =
                (Money) profile.why(ProfileValue.AVERAGE_BASKET).aggregates().get("bought");
        long purchases =
                (Long) profile.why(ProfileValue.AVERAGE_BASKET).aggregates().get("purchases");
        assertThat(profile.averageBasket()).contains(bought.dividedBy(purchases));
    }

    @Test
    void anyOrderOfArrivalGivesTheSameProfiles() {
        long seed = 20260302;
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            char customer = (char) ('a' + random.nextInt(8));
            Purchase purchase = purchase(customer, random.nextInt(200), random.nextInt(50) + ".00");
            events.add(purchase);
            if (i % 10 == 0) {
                events.add(Return.by(CustomerId.of(String.valueOf(customer)))
                        .at(purchase.at().plusSeconds(60))
                        .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                        .build());
            }
        }
        String expected = describe(events, comptoir.business("in-order"), 0);
        for (int round = 0; round < 5; round++) {
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, 50));
            Collections.shuffle(shuffled, random);
            assertThat(describe(shuffled, comptoir.business("round-" + round), 1 + random.nextInt(40)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    /** All profiles in words; where a step is given, profiles are read in between, so that they grow step by step. */
    private static String describe(List<Event> events, Business business, int step) {
        for (int i = 0; i < events.size(); i += Math.max(1, step)) {
            business.events().appendAll(events.subList(i, Math.min(events.size(), i + Math.max(1, step))));
            if (step > 0) {
                business.profiles().get(CustomerId.of("a"));
            }
        }
        StringBuilder all = new StringBuilder();
        business.profiles().forEach(profile -> {
            all.append(profile.customer()).append(profile.favouriteProducts()).append(profile.nextPurchase());
            for (ProfileValue value : ProfileValue.values()) {
                all.append(profile.why(value)).append(profile.why(value).events());
            }
        });
        return all.toString();
    }

    private void buy(char customer, int daysAgo, String amount) {
        shop.events().append(purchase(customer, daysAgo, amount));
    }

    private void buyAt(char customer, Instant at) {
        shop.events()
                .append(Purchase.by(CustomerId.of(String.valueOf(customer)))
                        .at(at)
                        .line(ProductId.of("pain"), 1, Money.eur("1.00"))
                        .build());
    }

    private static Purchase purchase(char customer, int daysAgo, String amount) {
        return Purchase.by(CustomerId.of(String.valueOf(customer)))
                .at(ago(daysAgo))
                .line(ProductId.of("pain"), 1, Money.eur(amount))
                .build();
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private Profile profile(String customer) {
        return shop.profiles().get(CustomerId.of(customer));
    }

    private String rfm(String customer) {
        return profile(customer).rfm().orElseThrow().toString();
    }
}
