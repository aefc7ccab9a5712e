package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.bringBack;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void everyScoreIsTheSumOfItsEvidenceOnEverySurface() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 60, 25));
            shop.business.events().appendAll(Shop.randomVisits(SEED, 80, 25));
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 25));
            Recommender recommender = Recommender.of(shop.business);
            List<Recommendation> all = new ArrayList<>(recommender.trending(50));
            List<Prospect> prospects = new ArrayList<>();
            for (int c = 0; c < 60; c++) {
                all.addAll(recommender.forCustomer(CustomerId.of("c" + c), 20));
                all.addAll(recommender.buyAgain(CustomerId.of("c" + c), 20));
            }
            for (int p = 0; p < 50; p++) {
                ProductId one = product("p" + p);
                all.addAll(recommender.similarTo(one, 20));
                all.addAll(recommender.completeBasket(List.of(one, product("p3")), 20));
                all.addAll(recommender.duringSession(List.of(product("p4"), one), 20));
                prospects.addAll(recommender.customersFor(one, 20));
            }

            assertThat(all).hasSizeGreaterThan(1000);
            assertThat(all)
                    .extracting(one -> one.reason().kind())
                    .contains(
                            Reason.Kind.BOUGHT_REGULARLY,
                            Reason.Kind.BOUGHT_TOGETHER,
                            Reason.Kind.SEEN_TOGETHER,
                            Reason.Kind.SIMILAR_TEXT,
                            Reason.Kind.SAME_CATEGORY,
                            Reason.Kind.TRENDING,
                            Reason.Kind.POPULAR,
                            Reason.Kind.ASSORTMENT);
            all.forEach(one -> requireSum(one.score(), one.reason()));
            assertThat(prospects).hasSizeGreaterThan(500);
            prospects.forEach(one -> requireSum(one.score(), one.reason()));
        }
    }

    private static void requireSum(double score, Reason reason) {
        double sum = 0;
        Reason.Kind strongest = Reason.Kind.ASSORTMENT;
        Map<Reason.Kind, Double> sums = new EnumMap<>(Reason.Kind.class);
        for (Evidence evidence : reason.evidence()) {
            assertThat(evidence.contribution()).isEqualTo(evidence.value() * evidence.weight());
            sum += evidence.contribution();
            sums.merge(evidence.component(), evidence.contribution(), Double::sum);
        }
        for (Map.Entry<Reason.Kind, Double> one : sums.entrySet()) {
            if (one.getValue() > sums.getOrDefault(strongest, 0.0)) {
                strongest = one.getKey();
            }
        }
        assertThat(score).as("seed %d", SEED).isEqualTo(sum).isFinite();
        assertThat(reason.kind()).as("seed %d", SEED).isEqualTo(strongest);
        assertThat(reason.text(Locale.FRENCH)).isNotBlank();
        assertThat(reason.text(Locale.ENGLISH)).isNotBlank().isNotEqualTo(reason.text(Locale.FRENCH));
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
    void whatStandsHigherNeverHasLessEvidence() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 40, 20));
            shop.business.events().appendAll(Shop.randomVisits(SEED, 50, 20));
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 20));
            Recommender recommender = Recommender.of(shop.business);
            for (int p = 0; p < 40; p++) {
                requireDescending(recommender.similarTo(product("p" + p), 40));
                requireDescending(recommender.completeBasket(List.of(product("p" + p), product("p2")), 40));
                requireDescending(recommender.duringSession(List.of(product("p1"), product("p" + p)), 40));
                requireDescending(recommender.buyAgain(CustomerId.of("c" + p), 40));
            }
            requireDescending(recommender.trending(40));
        }
    }

    private static void requireDescending(List<Recommendation> list) {
        for (int k = 1; k < list.size(); k++) {
            assertThat(list.get(k).score()).isLessThanOrEqualTo(list.get(k - 1).score() + 1e-5);
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

    @Test
    void nobodyBuysAThingTogetherWithItself() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 60, 25));
            Recommender recommender = Recommender.of(shop.business);
            for (int c = 0; c < 60; c++) {
                for (Recommendation one : recommender.forCustomer(CustomerId.of("c" + c), 20)) {
                    assertThat(one.reason().evidence())
                            .as("seed %d, %s", SEED, one.product())
                            .noneMatch(evidence -> evidence.component() == Reason.Kind.BOUGHT_TOGETHER
                                    && one.product().equals(evidence.product()));
                }
            }
        }
    }
}
