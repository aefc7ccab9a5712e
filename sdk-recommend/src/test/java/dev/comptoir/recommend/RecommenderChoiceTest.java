package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Scale;
import dev.comptoir.recommend.select.Surface;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of the portfolio serves, and explains what it says. */
class RecommenderChoiceTest {
    private static final long SEED = 11;

    static Stream<String> methods() {
        return Portfolio.standard().names().stream();
    }

    private static Choice choice(Surface surface, String... names) {
        return new Choice(
                surface,
                Stream.of(names)
                        .map(name -> new Choice.Part(
                                name, Portfolio.standard().family(name).defaults(), 1, Scale.MAXIMUM))
                        .toList());
    }

    private static Shop shop() {
        Shop shop = new Shop();
        shop.business.events().appendAll(Shop.randomEvents(SEED, 60, 25));
        shop.business.events().appendAll(Shop.randomVisits(SEED, 60, 25));
        shop.business.catalog().putAll(Shop.randomCatalogue(SEED, 25));
        return shop;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theListFollowsTheScoresThatTheEvidenceAddsUpTo(String method) {
        try (Shop shop = shop()) {
            Recommender recommender = Recommender.builder(shop.business)
                    .choice(choice(Surface.FOR_CUSTOMER, method))
                    .choice(choice(Surface.SESSION, method, "popularity"))
                    .choice(choice(Surface.SIMILAR, method))
                    .build();
            for (int k = 0; k < 60; k++) {
                requireTrue(recommender.forCustomer(CustomerId.of("c" + k), 30), method);
                requireTrue(recommender.duringSession(List.of(product("p2"), product("p" + k)), 30), method);
                requireTrue(recommender.similarTo(product("p" + k), 30), method);
            }
        }
    }

    private static void requireTrue(List<Recommendation> list, String method) {
        assertThat(list).as(method).hasSize(30);
        for (int k = 0; k < list.size(); k++) {
            Recommendation one = list.get(k);
            double sum = one.reason().evidence().stream()
                    .mapToDouble(Evidence::contribution)
                    .reduce(0, Double::sum);
            assertThat(one.score()).as(method).isFinite().isEqualTo(sum);
            if (k > 0) {
                double before = list.get(k - 1).score();
                assertThat(one.score()).as(method).isLessThanOrEqualTo(before + 1e-4 * Math.max(1, Math.abs(before)));
            }
        }
    }

    @Test
    void theKindsOfReasonsThatOnlySomeMethodsGive() {
        try (Shop shop = shop()) {
            Recommender similar = Recommender.builder(shop.business)
                    .choice(choice(Surface.FOR_CUSTOMER, "up-cf"))
                    .build();
            List<Reason> reasons = reasons(similar);
            assertThat(reasons).extracting(Reason::kind).contains(Reason.Kind.SIMILAR_CUSTOMERS);
            assertThat(reasons)
                    .filteredOn(one -> one.kind() == Reason.Kind.SIMILAR_CUSTOMERS)
                    .allMatch(one -> one.text(Locale.ENGLISH).equals("bought by customers with similar baskets")
                            && one.text().equals("acheté par des clients aux paniers semblables"));
        }
    }

    @Test
    void whoseIntervalIsOverIsToldSoWhereThatCountsInFull() {
        try (Shop shop = new Shop()) {
            for (int k = 0; k < 20; k++) {
                CustomerId regular = CustomerId.of("regular" + k);
                shop.with(purchase(regular, 114, "beans"), purchase(regular, 86, "beans", "cup"));
                shop.with(purchase(regular, 58, "beans"), purchase(regular, 30, "beans"));
            }
            SortedMap<String, Double> inFull =
                    new TreeMap<>(Portfolio.standard().family("repeat").defaults());
            inFull.put("dueWeight", 1.0);
            Recommendation first = Recommender.builder(shop.business)
                    .choice(new Choice(Surface.BUY_AGAIN, List.of(new Choice.Part("repeat", inFull, 1, Scale.MAXIMUM))))
                    .build()
                    .buyAgain(CustomerId.of("regular3"), 1)
                    .get(0);

            assertThat(first.product()).isEqualTo(product("beans"));
            assertThat(first.reason().kind()).isEqualTo(Reason.Kind.DUE);
            assertThat(first.reason().text())
                    .isEqualTo("acheté lors de 4 de vos 4 derniers passages, tous les 28 jours,"
                            + " la dernière fois il y a 30 jours");
            assertThat(first.reason().text(Locale.ENGLISH))
                    .isEqualTo("bought in 4 of the last 4 purchases, every 28 days, last 30 days ago");
        }
    }

    private static List<Reason> reasons(Recommender recommender) {
        return Stream.iterate(0, c -> c < 60, c -> c + 1)
                .flatMap(c -> recommender.forCustomer(CustomerId.of("c" + c), 20).stream())
                .map(Recommendation::reason)
                .toList();
    }

    @Test
    void aChoiceWithoutParametersTakesTheDefaults() {
        try (Shop shop = shop()) {
            Choice bare = new Choice(
                    Surface.FOR_CUSTOMER, List.of(new Choice.Part("repeat", new TreeMap<>(), 1, Scale.MAXIMUM)));

            assertThat(reasons(Recommender.builder(shop.business).choice(bare).build()))
                    .isEqualTo(reasons(Recommender.builder(shop.business)
                            .choice(choice(Surface.FOR_CUSTOMER, "repeat"))
                            .build()));
        }
    }
}
