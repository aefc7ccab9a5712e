package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.daysAgo;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static dev.comptoir.recommend.Shop.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.catalog.Product;
import dev.comptoir.consent.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind of answer is about: sessions, trends, baskets, and the customers for a product. */
class RecommenderSurfacesTest {
    private static final CustomerId BEN = CustomerId.of("ben");

    @Test
    void aSessionFollowsWhatOthersLookedAtNext() {
        try (Shop shop = new Shop()) {
            for (int k = 0; k < 30; k++) {
                shop.with(cashSale("r" + k, 3, "bestseller", "tent"));
            }
            for (int k = 0; k < 12; k++) {
                CustomerId one = CustomerId.of("looker" + k);
                shop.business.events().appendAll(visit(one, daysAgo(1 + k % 5), "tent", "mat", "lamp"));
                shop.business.events().appendAll(visit(one, daysAgo(20 + k), "bestseller", "mug"));
            }
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("bestseller"), "Bestseller"),
                            Product.of(product("tent"), "Tent"),
                            Product.of(product("mat"), "Mat"),
                            Product.of(product("lamp"), "Lamp"),
                            Product.of(product("mug"), "Mug")));
            Recommender recommender = Recommender.of(shop.business);

            List<Recommendation> list = recommender.duringSession(List.of(product("bestseller"), product("tent")), 5);

            assertThat(list.get(0).product()).isIn(product("mat"), product("lamp"));
            assertThat(list.get(0).reason().kind()).isEqualTo(Reason.Kind.SEEN_TOGETHER);
            assertThat(list.get(0).reason().text()).isEqualTo("souvent vu avec Tent");
            assertThat(list).extracting(Recommendation::product).doesNotContain(product("tent"));
            assertThat(recommender.duringSession(List.of(product("never heard of")), 3))
                    .hasSize(3)
                    .first()
                    .matches(one -> one.reason().kind() == Reason.Kind.POPULAR);
        }
    }

    @Test
    void withoutAnyVisitsASessionFollowsWhatWasBought() {
        try (Shop shop = new Shop()) {
            for (int k = 0; k < 15; k++) {
                CustomerId one = CustomerId.of("buyer" + k);
                shop.with(purchase(one, 9, "tent", "mat"), cashSale("r" + k, 3, "bestseller"));
                shop.with(cashSale("q" + k, 2, "bestseller", "mug"));
            }
            Recommender recommender = Recommender.of(shop.business);

            assertThat(recommender.duringSession(List.of(product("tent")), 1))
                    .extracting(Recommendation::product)
                    .containsExactly(product("mat"));
        }
    }

    @Test
    void aTrendIsHowFarTheWeekStandsOut() {
        try (Shop shop = new Shop()) {
            // Eight weeks before this one: "steady" once a week, "old" twice a week; this week: "new" five times.
            for (int week = 1; week <= 8; week++) {
                shop.with(cashSale("s" + week, 7 * week + 1, "steady"));
                shop.with(cashSale("o" + week, 7 * week, "old"), cashSale("p" + week, 7 * week + 6, "old"));
            }
            shop.with(cashSale("s0", 1, "steady"));
            for (int k = 0; k < 5; k++) {
                shop.with(cashSale("n" + k, 1 + k, "new"));
            }
            Recommender recommender = Recommender.of(shop.business);

            List<Recommendation> list = recommender.trending(3);

            // 24 receipts in 8 weeks over 3 products: one per product and week. expected(new) = (0 + 1) / 9.
            double expected = 1 / 9.0;
            Recommendation first = list.get(0);
            assertThat(first.product()).isEqualTo(product("new"));
            assertThat(first.reason().kind()).isEqualTo(Reason.Kind.TRENDING);
            assertThat(first.reason().text()).isEqualTo("en hausse : 5 ventes en 7 jours, d'habitude 0");
            assertThat(first.reason().evidence().get(0).value())
                    .isCloseTo((5 - expected) / Math.sqrt(expected + 1), within(1e-6));
            // steady: one as in the (8 + 1) / 9 = 1 expected: no trend; old fell. They follow by popularity.
            assertThat(list.subList(1, 3)).allMatch(one -> one.reason().kind() == Reason.Kind.POPULAR);
        }
    }

    @Test
    void theCustomersForAProductAreThoseWhoBuyWhatGoesWithIt() {
        try (Shop shop = new Shop()) {
            for (int k = 0; k < 20; k++) {
                shop.with(
                        purchase(CustomerId.of("both" + k), 30, "tea", "biscuit"),
                        purchase(CustomerId.of("far" + k), 30, "nails", "hammer"));
            }
            shop.with(purchase(ANA, 5, "tea"), purchase(BEN, 5, "hammer"));
            for (int k = 0; k < 10; k++) {
                CustomerId regular = CustomerId.of("regular" + k);
                shop.with(purchase(regular, 20, "biscuit"), purchase(regular, 10 + k, "biscuit"));
            }
            Recommender recommender = Recommender.of(shop.business);

            List<Prospect> prospects = recommender.customersFor(product("biscuit"), 50);

            assertThat(prospects).extracting(Prospect::customer).contains(ANA).doesNotContain(BEN);
            assertThat(prospects)
                    .filteredOn(one -> one.customer().equals(ANA))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.reason().kind()).isEqualTo(Reason.Kind.BOUGHT_TOGETHER);
                        assertThat(one.reason().text()).isEqualTo("souvent acheté avec tea");
                    });
            assertThat(prospects).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            assertThat(prospects)
                    .allSatisfy(one -> assertThat(one.score())
                            .isPositive()
                            .isEqualTo(one.reason().evidence().stream()
                                    .mapToDouble(Evidence::contribution)
                                    .reduce(0, Double::sum)));
            assertThat(prospects).extracting(Prospect::customer).contains(CustomerId.of("regular0"));
            assertThat(recommender.customersFor(product("biscuit"), 3)).isEqualTo(prospects.subList(0, 3));
            assertThat(recommender.customersFor(product("never heard of"), 3)).isEmpty();
        }
    }

    @Test
    void aNewArrivalFindsItsCustomersByCategoryAndWords() {
        try (Shop shop = new Shop().with(purchase(ANA, 5, "novel"), purchase(BEN, 5, "pan"))) {
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("novel"), "Crime in Lyon"),
                            Product.of(product("pan"), "Frying pan").withCategory("kitchen")));
            Recommender recommender = Recommender.of(shop.business);
            assertThat(recommender.customersFor(product("crime2"), 5)).isEmpty();

            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("crime2"), "Another crime in Lyon"),
                            Product.of(product("pot"), "Casserole").withCategory("kitchen")));

            assertThat(recommender.customersFor(product("pot"), 5))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.customer()).isEqualTo(BEN);
                        assertThat(one.reason().text()).isEqualTo("dans la même catégorie : kitchen");
                    });
            assertThat(recommender.customersFor(product("crime2"), 5))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.customer()).isEqualTo(ANA);
                        assertThat(one.reason().text()).isEqualTo("description proche de Crime in Lyon");
                    });
        }
    }

    @Test
    void whoHasNotAllowedItIsNotNamed() {
        try (Shop shop = new Shop().with(purchase(ANA, 5, "tea"), purchase(BEN, 6, "tea"))) {
            Recommender recommender = Recommender.of(shop.business);
            shop.with(Purpose.PROFILING
                    .granted(BEN)
                    .at(shop.business.clock().instant())
                    .build());

            assertThat(recommender.customersFor(product("tea"), 5)).hasSize(2);
            assertThat(recommender.customersFor(product("tea"), 5, Purpose.PROFILING))
                    .extracting(Prospect::customer)
                    .containsExactly(BEN);
        }
    }

    @Test
    void whoHasWhatNobodyBuysTwiceIsNotAskedAgain() {
        try (Shop shop = new Shop()) {
            for (int c = 0; c < 200; c++) {
                CustomerId reader = CustomerId.of("reader" + c);
                shop.with(purchase(reader, 20, "novel1"), purchase(reader, 10, c == 7 ? "guide" : "novel2"));
            }
            List<Prospect> prospects = Recommender.of(shop.business).customersFor(product("novel2"), 500);

            assertThat(prospects).extracting(Prospect::customer).containsExactly(CustomerId.of("reader7"));
        }
    }

    @Test
    void whatCompletesABasketIsNotInIt() {
        try (Shop shop = new Shop()) {
            for (int k = 0; k < 20; k++) {
                shop.with(
                        cashSale("t" + k, 5, "tea", "milk"),
                        cashSale("b" + k, 5, "bread"),
                        cashSale("c" + k, 5, "bread"));
            }
            Recommender recommender = Recommender.of(shop.business);

            List<Recommendation> list =
                    recommender.completeBasket(List.of(product("tea"), product("tea"), product("unknown")), 5);

            assertThat(list).extracting(Recommendation::product).containsExactly(product("milk"), product("bread"));
            assertThat(list.get(0).reason().kind()).isEqualTo(Reason.Kind.BOUGHT_TOGETHER);
        }
    }
}
