package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.recommend.select.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shops that are larger than the memory allowed for models. */
class RecommenderLimitsTest {
    private static final long SEED = 31;

    private static void requireAnswers(Recommender recommender, int limit) {
        CustomerId customer = CustomerId.of("c2");
        assertThat(recommender.forCustomer(customer, limit)).hasSize(limit);
        assertThat(recommender.forCustomer(ANA, limit)).hasSize(limit);
        assertThat(recommender.buyAgain(customer, limit)).as("seed %d", SEED).isNotEmpty();
        assertThat(recommender.similarTo(product("p1"), limit)).hasSize(limit);
        assertThat(recommender.completeBasket(List.of(product("p1"), product("p2")), limit))
                .hasSize(limit);
        assertThat(recommender.duringSession(List.of(product("p1"), product("p2")), limit))
                .hasSize(limit);
        assertThat(recommender.trending(limit)).hasSize(limit);
        assertThat(recommender.customersFor(product("p1"), limit)).isNotEmpty();
    }

    @Test
    void modelsThatNeedMoreThanTheyMayTakeStaySilentAndSayWhy() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 900, 900));
            shop.business.events().appendAll(Shop.randomVisits(SEED, 60, 900));
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 450));
            Recommender recommender = Recommender.builder(shop.business)
                    .limits(new Limits(8000, 1 << 20))
                    .build();

            requireAnswers(recommender, 12);
            assertThat(recommender.status())
                    .filteredOn(status -> !status.active())
                    .extracting(ModelStatus::model)
                    .contains("sparse-ease", "content");
            assertThat(recommender.status())
                    .filteredOn(status -> !status.active())
                    .allMatch(status -> status.text().endsWith("plus que les 1 Mo permis (maxTrainingBytes)"));
            recommender.refresh();
            recommender.auto();
            requireAnswers(recommender, 12);
        }
    }

    @Test
    void twoHundredThousandProductsAreServedWithoutADenseModel() {
        int products = 200_000;
        try (Shop shop = new Shop()) {
            List<Event> events = new ArrayList<>();
            for (int receipt = 0; receipt < 5000; receipt++) {
                Purchase.Builder builder =
                        Purchase.by(CustomerId.of("c" + receipt % 1500)).at(Shop.daysAgo(receipt % 100));
                for (int line = 0; line < 10; line++) {
                    int p = receipt < 1000 ? line : receipt * 10 + line;
                    builder.line(product("p" + p % products), 1, Money.eur("2.00"));
                }
                events.add(builder.build());
            }
            shop.business.events().appendAll(events);
            List<Product> listed = new ArrayList<>();
            for (int p = 0; p < products; p++) {
                listed.add(Product.of(product("p" + p), "Article").withCategory("rayon " + p % 1000));
            }
            shop.business.catalog().putAll(listed);
            Recommender recommender = Recommender.of(shop.business);

            requireAnswers(recommender, 10);

            assertThat(recommender.status())
                    .extracting(ModelStatus::model)
                    .contains("sparse-ease")
                    .doesNotContain("ease");
        }
    }

    @Test
    void aCustomerWithAHundredThousandPurchasesIsOneAmongOthers() {
        try (Shop shop = new Shop()) {
            List<Event> events = new ArrayList<>(Shop.randomEvents(SEED, 30, 20));
            for (int k = 0; k < 100_000; k++) {
                events.add(Purchase.by(ANA)
                        .at(Shop.daysAgo(300).plusSeconds(200L * k))
                        .line(product("p" + k % 20), 1, Money.eur("2.00"))
                        .build());
            }
            shop.business.events().appendAll(events);
            Recommender recommender = Recommender.of(shop.business);

            requireAnswers(recommender, 10);
            assertThat(recommender.forCustomer(ANA, 5)).hasSize(5);
            assertThat(recommender.buyAgain(ANA, 30)).hasSize(20);
            shop.with(purchase(ANA, 0, "new"));
            assertThat(recommender.buyAgain(ANA, 30)).hasSize(21);
        }
    }
}
