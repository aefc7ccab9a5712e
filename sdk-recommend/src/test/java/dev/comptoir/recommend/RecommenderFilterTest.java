package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.ProductFilter;
import dev.comptoir.catalog.Stock;
import dev.comptoir.recommend.select.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filters act before the best are chosen: as many as asked for come wherever so many match. */
class RecommenderFilterTest {
    private static final long SEED = 7;

    private static Map<String, RecommendRequest> everySurface() {
        Map<String, RecommendRequest> all = new LinkedHashMap<>();
        all.put("for a customer", RecommendRequest.forCustomer(CustomerId.of("c1")));
        all.put("for a stranger", RecommendRequest.forCustomer(CustomerId.of("stranger")));
        all.put("similar", RecommendRequest.similarTo(product("p3")));
        all.put("similar to something unknown", RecommendRequest.similarTo(product("unknown")));
        all.put("basket", RecommendRequest.completeBasket(List.of(product("p3"), product("p4"))));
        all.put("empty basket", RecommendRequest.completeBasket(List.of()));
        all.put("session", RecommendRequest.duringSession(List.of(product("p3"), product("p9"))));
        all.put("empty session", RecommendRequest.duringSession(List.of()));
        all.put("trending", RecommendRequest.trending());
        return all;
    }

    @Test
    void everySurfaceGivesAsManyAsMatchEveryFilter() {
        try (Shop shop = new Shop()) {
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 60));
            shop.business.catalog().put(Product.of(product("bare"), "Neither category nor price"));
            shop.business.events().appendAll(Shop.randomEvents(SEED, 50, 60));
            Recommender recommender = Recommender.of(shop.business);
            List<ProductFilter> filters = List.of(
                    ProductFilter.all(),
                    ProductFilter.stock(Stock.AVAILABLE),
                    ProductFilter.category("category2"),
                    ProductFilter.priceAtMost(Money.eur("4.00")),
                    ProductFilter.priceAtLeast(Money.eur("4.00")).and(ProductFilter.priceAtMost(Money.eur("6.00"))),
                    ProductFilter.attribute("colour").is("red"),
                    ProductFilter.attribute("stars").atLeast(4),
                    ProductFilter.attribute("colour").is("red").not(),
                    ProductFilter.category("category1")
                            .and(ProductFilter.attribute("colour").is("blue"))
                            .and(ProductFilter.priceAtMost(Money.eur("12.00"))));
            everySurface().forEach((name, request) -> {
                for (ProductFilter filter : filters) {
                    RecommendRequest all = request.withAlreadyBought(AlreadyBought.INCLUDED)
                            .withLimit(1000)
                            .withFilter(filter);
                    List<Product> matching = shop.business.catalog().all().stream()
                            .filter(listed -> filter.matches(listed)
                                    && !request.products().contains(listed.id()))
                            .toList();

                    assertThat(recommender.recommend(all))
                            .as("%s with %s", name, filter)
                            .extracting(Recommendation::product)
                            .containsExactlyInAnyOrderElementsOf(
                                    matching.stream().map(Product::id).toList());
                    assertThat(recommender.recommend(all.withLimit(7)))
                            .as("%s with %s", name, filter)
                            .isEqualTo(recommender.recommend(all).subList(0, Math.min(7, matching.size())));
                }
            });
        }
    }

    @Test
    void fiftyThatMatchAmongFiveThousandAreFoundWhateverTheirScores() {
        try (Shop shop = new Shop()) {
            List<Product> listed = new ArrayList<>();
            for (int p = 0; p < 5000; p++) {
                listed.add(Product.of(product("p" + p), "Product " + p)
                        .withAttribute("shelf", p % 100 == 99 ? "last" : "others"));
            }
            shop.business.catalog().putAll(listed);
            for (int receipt = 0; receipt < 200; receipt++) {
                shop.with(cashSale("r" + receipt, 3, "p" + receipt % 90, "p" + (receipt + 1) % 90));
            }
            shop.with(purchase(ANA, 4, "p1", "p2"));
            Recommender recommender = Recommender.builder(shop.business)
                    .limits(new Limits(500, 1 << 30))
                    .build();
            ProductFilter last = ProductFilter.attribute("shelf").is("last");
            List<RecommendRequest> requests = List.of(
                    RecommendRequest.forCustomer(ANA),
                    RecommendRequest.similarTo(product("p1")),
                    RecommendRequest.completeBasket(List.of(product("p1"))),
                    RecommendRequest.duringSession(List.of(product("p1"))),
                    RecommendRequest.trending());
            for (RecommendRequest request : requests) {
                for (int limit : new int[] {10, 50, 60}) {
                    assertThat(recommender.recommend(request.withFilter(last).withLimit(limit)))
                            .hasSize(Math.min(50, limit))
                            .allMatch(one -> last.matches(
                                    shop.business.catalog().find(one.product()).orElseThrow()));
                    assertThat(recommender.recommend(
                                    request.withFilter(last).withLimit(limit).withVariety(.3)))
                            .hasSize(Math.min(50, limit));
                }
            }
        }
    }

    @Test
    void everyListIsFullWhereverEnoughIsOnOffer() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 20, 10));
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 10));
            Recommender recommender = Recommender.of(shop.business);
            everySurface().forEach((name, request) -> {
                RecommendRequest included = request.withAlreadyBought(AlreadyBought.INCLUDED);
                long asked = request.products().stream()
                        .filter(one -> shop.business.catalog().find(one).isPresent())
                        .count();
                assertThat(recommender.recommend(included.withLimit(12)))
                        .as(name)
                        .hasSize(12);
                assertThat(recommender.recommend(included.withLimit(Integer.MAX_VALUE)))
                        .as(name)
                        .hasSize(20 - (int) asked)
                        .extracting(Recommendation::product)
                        .doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void aNewShopWithACatalogueOffersIt() {
        try (Shop shop = new Shop()) {
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 10));
            Recommender recommender = Recommender.of(shop.business);
            everySurface()
                    .forEach((name, request) -> assertThat(recommender.recommend(request))
                            .as(name)
                            .hasSize(10)
                            .allSatisfy(one -> assertThat(one.reason().text()).isNotBlank()));
            assertThat(recommender.buyAgain(ANA, 5)).isEmpty();
        }
    }

    @Test
    void excludedProductsAndThoseOfTheRequestStayAway() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 20, 10));
            Recommender recommender = Recommender.of(shop.business);
            everySurface().forEach((name, request) -> {
                RecommendRequest all =
                        request.withAlreadyBought(AlreadyBought.INCLUDED).withLimit(99);
                List<Recommendation> without =
                        recommender.recommend(all.withExcluded(List.of(product("p5"), product("never heard of"))));
                List<Recommendation> with = recommender.recommend(all);

                assertThat(with).extracting(Recommendation::product).contains(product("p5"));
                assertThat(without)
                        .extracting(Recommendation::product)
                        .isEqualTo(with.stream()
                                .map(Recommendation::product)
                                .filter(one -> !one.equals(product("p5")))
                                .toList());
                assertThat(with).as(name).noneMatch(one -> request.products().contains(one.product()));
            });
        }
    }

    @Test
    void buyAgainOffersNothingButWhatWasBought() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 40, 30));
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 30));
            Recommender recommender = Recommender.of(shop.business);
            CustomerId buyer = CustomerId.of("buyer");
            shop.with(purchase(buyer, 9, "p1", "p2", "p3"), purchase(buyer, 4, "p1", "p4"));

            assertThat(recommender.buyAgain(buyer, 20))
                    .extracting(Recommendation::product)
                    .containsExactlyInAnyOrder(product("p1"), product("p2"), product("p3"), product("p4"));
            assertThat(recommender.recommend(RecommendRequest.buyAgain(buyer)
                            .withFilter(ProductFilter.category("category2"))
                            .withPin(product("p9"), 1)))
                    .extracting(Recommendation::product)
                    .containsExactly(product("p2"));
        }
    }

    @Test
    void whatTheCustomerHasIsTreatedAsToldTo() {
        try (Shop shop = new Shop().with(cashSale("1", 2, "c"), purchase(ANA, 9, "a"), purchase(ANA, 3, "a", "b"))) {
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA);

            assertThat(recommender.recommend(request.withAlreadyBought(AlreadyBought.EXCLUDED)))
                    .extracting(Recommendation::product)
                    .containsExactly(product("c"));
            assertThat(recommender.recommend(request.withAlreadyBought(AlreadyBought.INCLUDED)))
                    .hasSize(3);
            assertThat(recommender.recommend(request)).hasSize(3);
        }
    }
}
