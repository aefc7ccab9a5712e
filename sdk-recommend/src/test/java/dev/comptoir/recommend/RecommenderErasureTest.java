package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static dev.comptoir.recommend.Shop.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.CustomerId;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.Event;
import dev.comptoir.recommend.select.Surface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an erasure a shop answers as if the customer had never been there, however large it is. */
class RecommenderErasureTest {
    private static final long SEED = 21;
    private static final int PRODUCTS = 760;
    private static final CustomerId GONE = CustomerId.of("c17");

    private static List<Event> events() {
        List<Event> events = Shop.randomEvents(SEED, 900, PRODUCTS);
        events.addAll(Shop.randomVisits(SEED, 100, PRODUCTS));
        events.addAll(visit(GONE, Shop.daysAgo(3), "p1", "p2", "p3"));
        events.add(purchase(GONE, 40, "p3", "p5", "p8", "p13"));
        return events;
    }

    private static List<Event> without(List<Event> events) {
        return events.stream().filter(event -> !GONE.equals(event.customer())).toList();
    }

    @Test
    void answersAndTheNextTrainingAreThoseOfAShopThatNeverHadTheCustomer() {
        List<Event> events = events();
        try (Shop shop = new Shop();
                Shop other = new Shop()) {
            shop.business.catalog().putAll(Shop.randomCatalogue(SEED, PRODUCTS / 2));
            other.business.catalog().putAll(Shop.randomCatalogue(SEED, PRODUCTS / 2));
            shop.business.events().appendAll(events);
            other.business.events().appendAll(without(events));
            Recommender recommender = Recommender.of(shop.business);
            assertThat(recommender.buyAgain(GONE, 5)).isNotEmpty();

            shop.business.erasure().erase(SubjectRequest.of(GONE));

            Recommender never = Recommender.of(other.business);
            assertThat(recommender.buyAgain(GONE, 5)).isEmpty();
            requireSame(recommender, never);
            List<Double> updated = scores(recommender);
            recommender.refresh();
            requireSame(recommender, never);
            assertThat(updated)
                    .as("what rank-one updates give differs in the last digits: without them this test shows nothing")
                    .isNotEqualTo(scores(never));
        }
    }

    private static List<Double> scores(Recommender recommender) {
        return Stream.iterate(0, p -> p < 25, p -> p + 1)
                .flatMap(p -> recommender.customersFor(product("p" + p), 5).stream())
                .map(Prospect::score)
                .toList();
    }

    private static void requireSame(Recommender recommender, Recommender never) {
        for (int c = 0; c < 15; c++) {
            CustomerId customer = CustomerId.of("c" + c);
            requireSame(recommender.forCustomer(customer, 10), never.forCustomer(customer, 10));
            requireSame(recommender.buyAgain(customer, 10), never.buyAgain(customer, 10));
        }
        for (int p = 0; p < 25; p++) {
            requireSame(recommender.similarTo(product("p" + p), 10), never.similarTo(product("p" + p), 10));
            requireSame(
                    recommender.completeBasket(List.of(product("p" + p), product("p5")), 10),
                    never.completeBasket(List.of(product("p" + p), product("p5")), 10));
            requireSame(
                    recommender.duringSession(List.of(product("p" + p), product("p5")), 10),
                    never.duringSession(List.of(product("p" + p), product("p5")), 10));
            List<Prospect> found = recommender.customersFor(product("p" + p), 10);
            List<Prospect> expected = never.customersFor(product("p" + p), 10);
            assertThat(found)
                    .extracting(Prospect::customer)
                    .isEqualTo(expected.stream().map(Prospect::customer).toList());
            for (int k = 0; k < found.size(); k++) {
                assertThat(found.get(k).score()).isCloseTo(expected.get(k).score(), within(1e-4));
            }
        }
        requireSame(recommender.trending(20), never.trending(20));
    }

    private static void requireSame(List<Recommendation> found, List<Recommendation> expected) {
        assertThat(found)
                .as("seed %d", SEED)
                .extracting(Recommendation::product)
                .isEqualTo(expected.stream().map(Recommendation::product).toList());
        for (int k = 0; k < found.size(); k++) {
            assertThat(found.get(k).score()).isCloseTo(expected.get(k).score(), within(1e-4));
            assertThat(found.get(k).reason().text())
                    .isEqualTo(expected.get(k).reason().text());
        }
    }

    @Test
    void noSnapshotKnowsWhoIsGoneNorWhatOnlyTheyBought(@TempDir Path directory) {
        try (Shop shop = Shop.in(directory)) {
            shop.business.events().appendAll(events());
            shop.with(purchase(GONE, 3, "only-for-gone", "p4"));
            Recommender recommender = Recommender.of(shop.business);
            recommender.refresh();
            assertThat(snapshots(shop)).anyMatch(text -> text.contains("only-for-gone"));

            shop.business.erasure().erase(SubjectRequest.of(GONE));

            assertThat(snapshots(shop)).isEmpty();
            assertThat(recommender.forCustomer(CustomerId.of("c3"), 2000))
                    .extracting(Recommendation::product)
                    .doesNotContain(product("only-for-gone"));
            recommender.refresh();
            assertThat(snapshots(shop))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("only-for-gone") || text.contains(GONE.value()));
        }
    }

    private static List<String> snapshots(Shop shop) {
        List<String> names = new ArrayList<>(List.of("recommend/together", "recommend/ease", "recommend/sparse"));
        Stream.of(Surface.values()).forEach(surface -> names.add("recommend/choice/" + surface));
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            shop.business
                    .snapshots()
                    .read(name, in -> texts.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        return texts;
    }

    @Test
    void afterReopeningAnErasedCustomerStaysAway(@TempDir Path directory) {
        List<Event> events = events();
        try (Shop shop = Shop.in(directory)) {
            shop.business.events().appendAll(events);
            Recommender.of(shop.business).refresh();
            shop.business.erasure().erase(SubjectRequest.of(GONE));
        }
        try (Shop shop = Shop.in(directory);
                Shop other = new Shop()) {
            other.business.events().appendAll(without(events));

            requireSame(Recommender.of(shop.business), Recommender.of(other.business));
        }
    }
}
