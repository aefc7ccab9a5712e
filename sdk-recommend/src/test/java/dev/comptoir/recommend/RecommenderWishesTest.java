package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.ProductFilter;
import dev.comptoir.catalog.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the merchant wishes of a list: boosts, pins, variety and the customer's own mix. */
class RecommenderWishesTest {
    /** Sells p0 nine times, p1 eight times and so on; p0, p3 and p6 are of category even3. */
    private static Shop steps() {
        Shop shop = new Shop();
        for (int p = 0; p < 9; p++) {
            for (int times = p; times < 9; times++) {
                shop.with(cashSale(p + "-" + times, 3, "p" + p));
            }
            shop.business
                    .catalog()
                    .put(Product.of(product("p" + p), "P " + p).withCategory(p % 3 == 0 ? "even3" : "o"));
        }
        return shop;
    }

    private static List<String> ids(List<Recommendation> list) {
        return list.stream().map(one -> one.product().value()).toList();
    }

    @Test
    void aBoostLiftsOrLowersAndIsNamed() {
        try (Shop shop = steps()) {
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA).withLimit(9);
            ProductFilter even3 = ProductFilter.category("even3");

            List<Recommendation> lifted = recommender.recommend(request.withBoost("spring", even3, 3));
            List<Recommendation> lowered = recommender.recommend(request.withBoost("stale", even3, .01));

            assertThat(ids(recommender.recommend(request)))
                    .containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8");
            assertThat(ids(lifted)).containsExactly("p0", "p3", "p6", "p1", "p2", "p4", "p5", "p7", "p8");
            assertThat(ids(lowered)).containsExactly("p1", "p2", "p4", "p5", "p7", "p8", "p0", "p3", "p6");
            assertThat(lifted.get(1).adjustments())
                    .containsExactly(new Adjustment(Adjustment.Kind.BOOST, "spring", 4, 2));
            assertThat(lifted.get(3).adjustments()).containsExactly(new Adjustment(Adjustment.Kind.BOOST, "", 2, 4));
            assertThat(lifted.get(0).adjustments()).isEmpty();
            assertThat(lowered.get(6).adjustments().get(0).text(Locale.FRENCH))
                    .isEqualTo("mise en avant stale : place 1 → 7");
            assertThat(lowered.get(6).adjustments().get(0).text(Locale.ENGLISH)).isEqualTo("boost stale: place 1 → 7");
            assertThat(lifted.get(1).score())
                    .as("the score stays what the models said")
                    .isEqualTo(recommender.recommend(request).get(3).score());
        }
    }

    @Test
    void severalBoostsAllCount() {
        try (Shop shop = steps()) {
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA)
                    .withBoost("three", ProductFilter.category("even3"), 3)
                    .withBoost("back", ProductFilter.category("even3"), 1 / 3.0);

            assertThat(ids(recommender.recommend(request.withLimit(4)))).containsExactly("p0", "p1", "p2", "p3");
        }
    }

    @Test
    void aBoostReachesProductsFarBelowTheList() {
        try (Shop shop = new Shop()) {
            for (int p = 0; p < 400; p++) {
                shop.with(cashSale("a" + p, 3, "p" + p), cashSale("b" + p, 3, p < 300 ? "p" + p : "other"));
                shop.business.catalog().put(Product.of(product("p" + p), "P").withAttribute("new", p == 399));
            }
            RecommendRequest request = RecommendRequest.forCustomer(ANA)
                    .withLimit(1)
                    .withBoost("new", ProductFilter.attribute("new").is(true), 1e300);

            assertThat(ids(Recommender.of(shop.business).recommend(request))).containsExactly("p399");
        }
    }

    @Test
    void pinsStandAtTheirPlacesAsLongAsTheyMayBeOffered() {
        try (Shop shop = steps()) {
            shop.business.catalog().put(Product.of(product("gone"), "Gone").withStock(Stock.WITHDRAWN));
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA).withLimit(4);

            List<Recommendation> pinned =
                    recommender.recommend(request.withPin(product("p8"), 2).withPin(product("p7"), 4));
            assertThat(ids(pinned)).containsExactly("p0", "p8", "p1", "p7");
            assertThat(pinned.get(1).adjustments()).extracting(Adjustment::kind).containsExactly(Adjustment.Kind.PIN);
            assertThat(pinned.get(1).adjustments().get(0).to()).isEqualTo(2);

            List<String> unpinned = ids(recommender.recommend(request));
            assertThat(ids(recommender.recommend(request.withPin(product("unknown"), 1))))
                    .isEqualTo(unpinned);
            assertThat(ids(recommender.recommend(request.withPin(product("gone"), 1))))
                    .isEqualTo(unpinned);
            assertThat(ids(recommender.recommend(request.withPin(product("p8"), 5))))
                    .isEqualTo(unpinned);
            assertThat(ids(recommender.recommend(
                            request.withFilter(ProductFilter.category("o")).withPin(product("p6"), 1))))
                    .containsExactly("p1", "p2", "p4", "p5");
            assertThat(ids(recommender.recommend(
                            request.withExcluded(List.of(product("p8"))).withPin(product("p8"), 1))))
                    .isEqualTo(unpinned);
            assertThat(ids(recommender.recommend(
                            request.withPin(product("p8"), 1).withPin(product("p7"), 1))))
                    .as("pinned anew")
                    .containsExactly("p7", "p0", "p1", "p2");
            assertThat(ids(recommender.recommend(request.withLimit(1).withPin(product("p8"), 1))))
                    .containsExactly("p8");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nearDoublesDoNotStandSideBySide(boolean pairwise) {
        try (Shop shop = new Shop()) {
            String[] titles = {
                "lampe de bureau noire", "lampe de bureau blanche", "tapis berbère laine", "vase en grès", "miroir rond"
            };
            for (int p = 0; p < titles.length; p++) {
                shop.business.catalog().put(Product.of(product("p" + p), titles[p]));
                for (int times = p; times < 9; times++) {
                    shop.with(cashSale(p + "-" + times, 3, "p" + p));
                }
            }
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA).withLimit(3);

            List<Recommendation> varied =
                    recommender.recommend(pairwise ? request.withPairwiseVariety(.5) : request.withVariety(.5));

            assertThat(ids(recommender.recommend(request))).containsExactly("p0", "p1", "p2");
            assertThat(ids(varied)).hasSize(3).startsWith("p0", "p2");
            assertThat(varied.get(1).adjustments())
                    .extracting(Adjustment::kind)
                    .containsExactly(Adjustment.Kind.VARIETY);
            assertThat(recommender.recommend(
                            pairwise
                                    ? request.withLimit(9).withPairwiseVariety(.5)
                                    : request.withLimit(9).withVariety(1)))
                    .as("all come where as many are asked for as there are")
                    .hasSize(5);
        }
    }

    @Test
    void calibrationBringsTheMixNearerToTheCustomers() {
        try (Shop shop = new Shop()) {
            for (int p = 0; p < 40; p++) {
                shop.business.catalog().put(Product.of(product("p" + p), "P").withCategory(p < 20 ? "bread" : "books"));
                for (int times = p; times < 60; times++) {
                    shop.with(cashSale(p + "-" + times, 3, "p" + p));
                }
            }
            shop.with(purchase(ANA, 20, "p39", "p38", "p1"), purchase(ANA, 10, "p37", "p36", "p35", "p2"));
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA)
                    .withAlreadyBought(AlreadyBought.EXCLUDED)
                    .withLimit(10);

            double without = books(recommender.recommend(request), shop);
            List<Recommendation> calibrated = recommender.recommend(request.withCalibration(.9));

            double own = 5 / 7.0;
            assertThat(Math.abs(books(calibrated, shop) - own)).isLessThan(Math.abs(without - own));
            assertThat(books(calibrated, shop)).isBetween(.6, .8);
            assertThat(calibrated)
                    .hasSize(10)
                    .anySatisfy(one -> assertThat(one.adjustments())
                            .extracting(Adjustment::kind)
                            .contains(Adjustment.Kind.CALIBRATION));
            assertThat(recommender.recommend(request.withCalibration(.9).withVariety(.2)))
                    .hasSize(10);
        }
    }

    private static double books(List<Recommendation> list, Shop shop) {
        Map<String, Integer> counts = new HashMap<>();
        for (Recommendation one : list) {
            Product listed = shop.business.catalog().find(one.product()).orElseThrow();
            counts.merge(String.valueOf(listed.category()), 1, Integer::sum);
        }
        return counts.getOrDefault("books", 0) / (double) list.size();
    }

    @Test
    void weightsThatAreNoNumbersOrOutOfRangeAreRefusedWithTheirValue() {
        RecommendRequest request = RecommendRequest.forCustomer(ANA);
        ProductId any = product("p");
        for (double bad : new double[] {Double.NaN, -1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.withBoost("b", ProductFilter.all(), bad))
                    .withMessageContaining(String.valueOf(bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.withVariety(bad))
                    .withMessageContaining(String.valueOf(bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.withPairwiseVariety(bad))
                    .withMessageContaining(String.valueOf(bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.withCalibration(bad))
                    .withMessageContaining(String.valueOf(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> request.withBoost("b", ProductFilter.all(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.withPin(any, 0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.withLimit(0))
                .withMessageContaining("0");
    }
}
