package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static dev.comptoir.recommend.Shop.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.View;
import dev.comptoir.recommend.select.Limits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that no textbook thinks of: lists are full wherever there are candidates, and every number is one. */
class RecommenderBadInputTest {
    private static final Instant NOW = Shop.NOW;

    private static Event sale(String customer, Instant at, String... products) {
        Purchase.Builder builder = Purchase.by(CustomerId.of(customer)).at(at).id(customer + at + List.of(products));
        for (String product : products) {
            builder.line(product(product), 1, Money.eur("1.00"));
        }
        return builder.build();
    }

    static Map<String, List<Event>> shops() {
        Map<String, List<Event>> shops = new LinkedHashMap<>();
        shops.put("one customer", List.of(sale("c0", NOW, "a", "b"), sale("c0", NOW.minusSeconds(90_000), "a")));
        shops.put("one customer, one receipt", List.of(sale("c0", NOW, "a", "b", "c")));
        shops.put("one product", List.of(sale("c0", NOW, "a"), sale("c1", NOW, "a"), sale("c2", NOW, "a")));
        List<Event> noRepeats = new ArrayList<>();
        List<Event> identical = new ArrayList<>();
        List<Event> oneInstant = new ArrayList<>();
        List<Event> epoch = new ArrayList<>();
        List<Event> far = new ArrayList<>();
        List<Event> views = new ArrayList<>(List.of(sale("c0", NOW, "a")));
        for (int c = 0; c < 30; c++) {
            noRepeats.add(sale("c" + c, NOW.minusSeconds(1000L * c), "p" + 2 * c, "p" + (2 * c + 1)));
            identical.add(sale("c" + c, NOW.minusSeconds(90_000), "a", "b"));
            identical.add(sale("c" + c, NOW.minusSeconds(9_000), "a", "b", "c"));
            oneInstant.add(sale("c" + c, NOW, "a" + c % 4, "b"));
            oneInstant.add(sale("c" + c, NOW, "b", "c" + c % 3));
            epoch.add(sale("c" + c, Instant.EPOCH, "a" + c % 4, "b"));
            far.add(sale(
                    "c" + c, Instant.parse(c % 2 == 0 ? "1900-01-01T00:00:00Z" : "2900-01-01T00:00:00Z"), "a", "b"));
            for (int k = 0; k < 3; k++) {
                views.add(View.of(CustomerId.of("c" + c), NOW, product("v" + (c + k) % 7)));
            }
        }
        shops.put("no repeats", noRepeats);
        shops.put("everybody identical", identical);
        shops.put("one instant", oneInstant);
        shops.put("the epoch", epoch);
        shops.put("1900 and 2900", far);
        shops.put("views of one instant", views);
        shops.put("nothing but visits", visit(CustomerId.of("c0"), NOW.minusSeconds(5000), "a", "b", "a", "c"));
        return shops;
    }

    static List<String> names() {
        return List.copyOf(shops().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void listsAreFullAndEveryNumberIsOne(String name) {
        List<Event> events = shops().get(name);
        for (Limits limits : List.of(Limits.usual(), new Limits(1, 1 << 28))) {
            for (boolean listed : new boolean[] {false, true}) {
                try (Shop shop = new Shop()) {
                    shop.business.events().appendAll(events);
                    if (listed) {
                        // A catalogue without texts: titles are but the ids, and there is neither category nor
                        // description.
                        shop.business
                                .catalog()
                                .putAll(List.of("a", "b", "c", "p1", "p2", "x").stream()
                                        .map(id -> Product.of(product(id), id))
                                        .toList());
                    }
                    Recommender recommender =
                            Recommender.builder(shop.business).limits(limits).build();
                    requireSound(recommender);
                    if (!listed) {
                        recommender.auto();
                        requireSound(recommender);
                    }
                }
            }
        }
    }

    private static void requireSound(Recommender recommender) {
        List<Recommendation> everything =
                recommender.recommend(RecommendRequest.forCustomer(ANA).withLimit(1000));
        int onOffer = everything.size();
        List<List<Recommendation>> lists = new ArrayList<>(List.of(everything, recommender.trending(1000)));
        for (String customer : List.of("c0", "c1", "nobody")) {
            RecommendRequest request = RecommendRequest.forCustomer(CustomerId.of(customer))
                    .withAlreadyBought(AlreadyBought.INCLUDED)
                    .withLimit(1000);
            lists.add(recommender.recommend(request));
            lists.add(recommender.recommend(request.withVariety(.5).withCalibration(.5)));
            lists.add(recommender.recommend(request.withPairwiseVariety(1)));
        }
        for (List<Recommendation> list : lists) {
            assertThat(list).hasSize(onOffer);
        }
        List<List<Recommendation>> others = new ArrayList<>();
        for (String id : List.of("a", "p1", "v1", "x", "unknown")) {
            boolean offered = everything.stream().anyMatch(one -> one.product().equals(product(id)));
            int expected = onOffer - (offered ? 1 : 0);
            others.add(recommender.similarTo(product(id), 1000));
            others.add(recommender.completeBasket(List.of(product(id)), 1000));
            others.add(recommender.duringSession(List.of(product(id), product(id)), 1000));
            assertThat(others.subList(others.size() - 3, others.size())).allMatch(list -> list.size() == expected);
            recommender
                    .customersFor(product(id), 9)
                    .forEach(one -> assertThat(one.score()).isFinite().isPositive());
        }
        others.add(recommender.buyAgain(CustomerId.of("c0"), 9));
        for (Replenishment one : recommender.due(CustomerId.of("c0"), 9)) {
            assertThat(one.score()).isFinite().isNotNegative();
            assertThat(one.intervalDays()).isFinite().isPositive();
            assertThat(one.daysSinceLast()).isFinite().isNotNegative();
            assertThat(one.rebuyProbability()).isBetween(0.0, 1.0);
            assertThat(one.reason().text()).isNotBlank();
        }
        lists.addAll(others);
        for (List<Recommendation> list : lists) {
            for (Recommendation one : list) {
                assertThat(one.score()).isFinite();
                assertThat(one.reason().text()).isNotBlank().doesNotContain("NaN");
                assertThat(one.reason().evidence()).allMatch(part -> Double.isFinite(part.contribution()));
            }
        }
    }

    @Test
    void idsMayHaveTwoHundredCharactersAndNoMore(@TempDir Path directory) {
        String longest = "é".repeat(199);
        try (Shop shop = Shop.in(directory)) {
            List<Event> events = new ArrayList<>();
            for (int p = 0; p < 720; p++) {
                events.add(purchase(CustomerId.of("ü".repeat(196) + p), p % 90, "漢".repeat(196) + p, longest + "0"));
            }
            shop.business.events().appendAll(events);
            Recommender recommender = Recommender.of(shop.business);
            ProductId best = product(longest + "0");
            assertThat(recommender.forCustomer(ANA, 1).get(0).product()).isEqualTo(best);
            List<Prospect> prospects = recommender.customersFor(product("漢".repeat(196) + 7), 5);

            recommender.release();

            assertThat(recommender.customersFor(product("漢".repeat(196) + 7), 5))
                    .isEqualTo(prospects);
            assertThat(recommender.similarTo(best, 9)).hasSize(9);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductId.of("x".repeat(1024)))
                .withMessageContaining("1024")
                .withMessageContaining("200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerId.of("x".repeat(1024)))
                .withMessageContaining("1024");
    }

    @Test
    void aSessionOfAHundredThousandLooksIsAnswered() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(1, 30, 12));
            shop.business.events().appendAll(Shop.randomVisits(1, 30, 12));
            List<ProductId> viewed = new ArrayList<>();
            for (int k = 0; k < 100_000; k++) {
                viewed.add(product("p" + k % 5));
            }

            assertThat(Recommender.of(shop.business).duringSession(viewed, 5)).hasSize(5);
        }
    }

    @Test
    void aPurchaseOfNothingKnownAndOfFractionsCounts() {
        try (Shop shop = new Shop()) {
            shop.with(
                    Purchase.by(ANA)
                            .at(NOW)
                            .line(product("cheese"), new java.math.BigDecimal("0.125"), Money.eur("2.00"))
                            .build(),
                    purchase(CustomerId.of("ben"), 3, "cheese"));

            assertThat(Recommender.of(shop.business).buyAgain(ANA, 3)).hasSize(1);
        }
    }
}
