package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.product;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Portfolio;
import dev.comptoir.recommend.select.Scale;
import dev.comptoir.recommend.select.Surface;
import java.util.List;
import java.util.Locale;
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

            Recommender due = Recommender.builder(shop.business)
                    .choice(choice(Surface.FOR_CUSTOMER, "repeat"))
                    .build();
            assertThat(reasons(due))
                    .filteredOn(one -> one.kind() == Reason.Kind.DUE)
                    .isNotEmpty()
                    .allMatch(one -> one.text(Locale.ENGLISH).startsWith("bought ")
                            && one.text().startsWith("acheté "));
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
