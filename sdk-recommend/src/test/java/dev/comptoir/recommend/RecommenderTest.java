package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommenderTest {
    private static final CustomerId BEN = CustomerId.of("card-7");

    @Test
    void oneCustomerAndOneProductGiveThatProduct() {
        try (Shop shop = new Shop().with(purchase(ANA, 6, "croissant"))) {
            Recommender recommender = Recommender.of(shop.business);

            List<Recommendation> list = recommender.forCustomer(ANA, 3);

            assertThat(list).extracting(Recommendation::product).containsExactly(product("croissant"));
            assertThat(list.get(0).reason().text(java.util.Locale.FRENCH)).isNotBlank();
            assertThat(recommender.buyAgain(ANA, 3).get(0).reason().text())
                    .isEqualTo("acheté lors de votre dernier passage, il y a 6 jours");
            assertThat(recommender.similarTo(product("croissant"), 3)).isEmpty();
            assertThat(recommender.completeBasket(List.of(product("croissant")), 3))
                    .isEmpty();
        }
    }

    @Test
    void anEmptyBusinessRecommendsNothing() {
        try (Shop shop = new Shop()) {
            Recommender recommender = Recommender.of(shop.business);

            assertThat(recommender.forCustomer(ANA, 5)).isEmpty();
            assertThat(recommender.buyAgain(ANA, 5)).isEmpty();
            assertThat(recommender.similarTo(product("x"), 5)).isEmpty();
            assertThat(recommender.completeBasket(List.of(), 5)).isEmpty();
            assertThat(recommender.status()).noneMatch(ModelStatus::active);
        }
    }

    @Test
    void oneCashReceiptIsEnoughForAStranger() {
        try (Shop shop = new Shop().with(cashSale("1", 3, "croissant", "baguette"))) {
            List<Recommendation> list = Recommender.of(shop.business).forCustomer(ANA, 5);

            assertThat(list)
                    .extracting(Recommendation::product)
                    .containsExactly(product("baguette"), product("croissant"));
            assertThat(list).allMatch(one -> one.reason().kind() == Reason.Kind.POPULAR);
            assertThat(list.get(0).reason().text()).isEqualTo("populaire ici ces 30 derniers jours");
        }
    }

    @Test
    void popularityOrdersWhatAStrangerGetsAndNewerSalesCountMore() {
        try (Shop shop = new Shop()
                .with(
                        cashSale("1", 400, "old"),
                        cashSale("2", 400, "old"),
                        cashSale("3", 1, "new"),
                        cashSale("4", 2, "newest"),
                        cashSale("5", 1, "newest"))) {
            assertThat(Recommender.of(shop.business).forCustomer(ANA, 5))
                    .extracting(Recommendation::product)
                    .containsExactly(product("newest"), product("new"), product("old"));
        }
    }

    @Test
    void aReceiptDatedYearsAheadDoesNotHideTheOthers() {
        try (Shop shop =
                new Shop().with(purchase(ANA, 3, "tea"), purchase(ANA, 2, "tea"), purchase(ANA, -2_000_000, "clock"))) {
            Recommender recommender = Recommender.of(shop.business);

            assertThat(recommender.forCustomer(ANA, 9)).hasSize(2);
            assertThat(recommender.buyAgain(ANA, 9).get(0).product()).isEqualTo(product("tea"));
            assertThat(recommender.forCustomer(BEN, 9).get(0).product()).isEqualTo(product("tea"));
        }
    }

    @Test
    void anAppendedEventShowsInTheNextAnswer() {
        try (Shop shop = new Shop().with(purchase(BEN, 10, "a"), purchase(BEN, 9, "a"))) {
            Recommender recommender = Recommender.of(shop.business);
            assertThat(recommender.buyAgain(ANA, 5)).isEmpty();

            shop.with(purchase(ANA, 1, "b"));

            assertThat(recommender.buyAgain(ANA, 5))
                    .extracting(Recommendation::product)
                    .containsExactly(product("b"));
            assertThat(recommender.forCustomer(ANA, 1).get(0).product()).isEqualTo(product("b"));
        }
    }

    @Test
    void onlyWhatTheCatalogueOffersIsRecommended() {
        try (Shop shop = new Shop().with(purchase(ANA, 3, "listed", "gone", "out", "unlisted"))) {
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("listed"), "Listed"),
                            Product.of(product("gone"), "Gone").withStock(Stock.WITHDRAWN),
                            Product.of(product("out"), "Out").withStock(Stock.OUT_OF_STOCK)));
            Recommender recommender = Recommender.of(shop.business);
            List<ProductId> only = List.of(product("listed"));

            assertThat(recommender.forCustomer(ANA, 9))
                    .extracting(Recommendation::product)
                    .isEqualTo(only);
            assertThat(recommender.buyAgain(ANA, 9))
                    .extracting(Recommendation::product)
                    .isEqualTo(only);
            assertThat(recommender.similarTo(product("gone"), 9))
                    .extracting(Recommendation::product)
                    .isEqualTo(only);
            assertThat(recommender.completeBasket(List.of(product("out")), 9))
                    .extracting(Recommendation::product)
                    .isEqualTo(only);

            shop.business.catalog().put(Product.of(product("gone"), "Back again"));

            assertThat(recommender.forCustomer(ANA, 9))
                    .extracting(Recommendation::product)
                    .contains(product("gone"));
        }
    }

    @Test
    void whatIsBoughtTogetherComesFirstAroundAProduct() {
        try (Shop shop = new Shop()) {
            for (int r = 0; r < 30; r++) {
                shop.with(cashSale("t" + r, 5, "tea", "milk"), cashSale("c" + r, 5, "coffee", "sugar"));
                shop.with(cashSale("s" + r, 5, "bread"), cashSale("q" + r, 4, "bread"));
            }
            shop.business
                    .catalog()
                    .putAll(List.of("tea", "milk", "coffee", "sugar", "bread").stream()
                            .map(id -> Product.of(product(id), "The " + id))
                            .toList());
            Recommender recommender = Recommender.of(shop.business);

            Recommendation similar = recommender.similarTo(product("tea"), 1).get(0);
            Recommendation added =
                    recommender.completeBasket(List.of(product("sugar")), 1).get(0);

            assertThat(similar.product()).isEqualTo(product("milk"));
            assertThat(similar.reason().kind()).isEqualTo(Reason.Kind.BOUGHT_TOGETHER);
            assertThat(similar.reason().text()).isEqualTo("souvent acheté avec The tea");
            assertThat(added.product()).isEqualTo(product("coffee"));
        }
    }

    @Test
    void aProductNobodyBoughtYetGoesWithItsCategoryAndThenWithWhatIsPopular() {
        try (Shop shop = new Shop().with(cashSale("1", 1, "bun"), cashSale("2", 1, "soap"), cashSale("3", 1, "soap"))) {
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("new"), "New").withCategory("pains"),
                            Product.of(product("bun"), "Bun").withCategory("pains"),
                            Product.of(product("unsold"), "Unsold").withCategory("pains"),
                            Product.of(product("soap"), "Soap").withCategory("hygiène")));
            Recommender recommender = Recommender.of(shop.business);

            List<Recommendation> list = recommender.similarTo(product("new"), 9);

            assertThat(list)
                    .extracting(Recommendation::product)
                    .containsExactly(product("bun"), product("unsold"), product("soap"));
            assertThat(list.get(0).reason().text()).isEqualTo("dans la même catégorie : pains");
            assertThat(list.get(2).reason().kind()).isEqualTo(Reason.Kind.POPULAR);
            assertThat(recommender
                            .similarTo(product("never-heard-of"), 1)
                            .get(0)
                            .product())
                    .isEqualTo(product("soap"));
        }
    }

    @Test
    void productsThatNobodyBuysTwiceAreNotOfferedToThoseWhoHaveThem() {
        try (Shop shop = new Shop()) {
            for (int c = 0; c < 200; c++) {
                shop.with(
                        purchase(CustomerId.of("reader" + c), 20, "novel" + c % 4),
                        purchase(CustomerId.of("reader" + c), 10, "novel" + (c + 1) % 4));
            }
            Recommender recommender = Recommender.of(shop.business);
            CustomerId reader = CustomerId.of("reader0");
            RecommendRequest request = RecommendRequest.forCustomer(reader);

            assertThat(recommender.recommend(request))
                    .extracting(Recommendation::product)
                    .containsExactlyInAnyOrder(product("novel2"), product("novel3"));
            assertThat(recommender.recommend(request.withAlreadyBought(AlreadyBought.INCLUDED)))
                    .hasSize(4);
            assertThat(recommender.buyAgain(reader, 9)).hasSize(2);
        }
    }

    @Test
    void aRequestMayLeaveOutProductsAndKeepToACategory() {
        try (Shop shop = new Shop().with(cashSale("1", 1, "a", "b", "c"))) {
            shop.business
                    .catalog()
                    .putAll(List.of(
                            Product.of(product("a"), "A").withCategory("x"),
                            Product.of(product("b"), "B").withCategory("x"),
                            Product.of(product("c"), "C")));
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(ANA).withCategory("x");

            assertThat(recommender.recommend(request)).hasSize(2);
            assertThat(recommender.recommend(request.withExcluded(List.of(product("a")))))
                    .extracting(Recommendation::product)
                    .containsExactly(product("b"));
        }
    }

    @Test
    void manyCustomersGetAnEntryEachInTheirOrder() {
        try (Shop shop = new Shop().with(purchase(ANA, 1, "a"), purchase(BEN, 1, "b"))) {
            Recommender recommender = Recommender.of(shop.business);
            CustomerId stranger = CustomerId.of("stranger");

            assertThat(recommender.forCustomers(List.of(BEN, stranger, ANA, BEN), 1))
                    .containsExactly(
                            java.util.Map.entry(BEN, recommender.forCustomer(BEN, 1)),
                            java.util.Map.entry(stranger, recommender.forCustomer(stranger, 1)),
                            java.util.Map.entry(ANA, recommender.forCustomer(ANA, 1)));
        }
    }
}
