package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.bringBack;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecommenderReasonTest {
    private static final long SEED = 42;

    @Test
    void ownPurchasesAreCountedInTheReason() {
        try (Shop shop = new Shop()
                .with(
                        purchase(ANA, 30, "croissant"),
                        purchase(ANA, 20, "croissant", "baguette"),
                        purchase(ANA, 10, "baguette"),
                        purchase(ANA, 8, "croissant"),
                        purchase(ANA, 6, "croissant"),
                        purchase(ANA, 1, "baguette"))) {
            List<Recommendation> list = Recommender.of(shop.business).buyAgain(ANA, 2);

            assertThat(list).extracting(one -> one.reason().kind()).containsOnly(Reason.Kind.BOUGHT_REGULARLY);
            assertThat(list)
                    .extracting(one -> one.product() + ": " + one.reason().text())
                    .containsExactlyInAnyOrder(
                            "croissant: acheté lors de 3 de vos 5 derniers passages, tous les 10 jours,"
                                    + " la dernière fois il y a 6 jours",
                            "baguette: acheté lors de 3 de vos 5 derniers passages, tous les 10 jours,"
                                    + " la dernière fois hier");
            assertThat(list.get(0).reason().text(Locale.ENGLISH)).startsWith("bought in 3 of the last 5 purchases");
        }
    }

    @Test
    void aShopInEnglishTellsReasonsInEnglish() {
        try (Shop shop = new Shop(Locale.ENGLISH).with(purchase(ANA, 0, "tea"))) {
            assertThat(Recommender.of(shop.business).buyAgain(ANA, 1).get(0).reason())
                    .hasToString("bought in the last purchase, today");
        }
    }

    @Test
    void everyScoreIsTheSumOfItsEvidence() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 60, 25));
            Recommender recommender = Recommender.of(shop.business);
            List<Recommendation> all = new ArrayList<>();
            for (int c = 0; c < 60; c++) {
                all.addAll(recommender.forCustomer(CustomerId.of("c" + c), 20));
            }
            for (int p = 0; p < 25; p++) {
                all.addAll(recommender.similarTo(product("p" + p), 20));
                all.addAll(recommender.completeBasket(List.of(product("p" + p), product("p3")), 20));
            }

            assertThat(all).hasSizeGreaterThan(1000);
            assertThat(all)
                    .extracting(one -> one.reason().kind())
                    .contains(Reason.Kind.BOUGHT_REGULARLY, Reason.Kind.BOUGHT_TOGETHER, Reason.Kind.POPULAR);
            for (Recommendation one : all) {
                double sum = 0;
                for (Evidence evidence : one.reason().evidence()) {
                    assertThat(evidence.contribution()).isEqualTo(evidence.value() * evidence.weight());
                    sum += evidence.contribution();
                }
                assertThat(one.score()).as("seed %d", SEED).isEqualTo(sum).isFinite();
                assertThat(one.reason().text(Locale.FRENCH)).isNotBlank();
                assertThat(one.reason().text(Locale.ENGLISH)).isNotBlank();
            }
        }
    }

    @Test
    void listsAreOrderedByTheirScores() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 40, 20));
            Recommender recommender = Recommender.of(shop.business);
            for (int c = 0; c < 40; c++) {
                List<Recommendation> list = recommender.forCustomer(CustomerId.of("c" + c), 20);
                for (int k = 1; k < list.size(); k++) {
                    assertThat(list.get(k).score())
                            .isLessThanOrEqualTo(list.get(k - 1).score() + 1e-6);
                }
            }
        }
    }

    @Test
    void whatWasBroughtBackIsNotCounted() {
        try (Shop shop = new Shop()
                .with(
                        bringBack(ANA, 2, "kettle"),
                        purchase(ANA, 9, "kettle"),
                        purchase(ANA, 5, "tea"),
                        purchase(ANA, 4, "tea"),
                        bringBack(ANA, 1, "tea"))) {
            Recommender recommender = Recommender.of(shop.business);

            assertThat(recommender.buyAgain(ANA, 9))
                    .extracting(Recommendation::product)
                    .containsExactly(product("tea"));
            assertThat(recommender.buyAgain(ANA, 9).get(0).reason().text())
                    .isEqualTo("acheté lors de votre dernier passage, il y a 5 jours");
            assertThat(recommender.forCustomer(CustomerId.of("stranger"), 9))
                    .extracting(Recommendation::product)
                    .isEqualTo(List.<ProductId>of(product("tea"), product("kettle")));
        }
    }
}
