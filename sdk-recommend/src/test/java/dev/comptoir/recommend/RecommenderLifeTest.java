package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.ANA;
import static dev.comptoir.recommend.Shop.cashSale;
import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.consent.Purpose;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.error.ConsentRequiredException;
import dev.comptoir.event.Event;
import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.recommend.select.Scale;
import dev.comptoir.recommend.select.Surface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderLifeTest {
    private static final long SEED = 99;

    @Test
    void theOrderInWhichEventsArriveDoesNotShow() {
        List<Event> events = Shop.randomEvents(SEED, 50, 30);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(SEED));
        try (Shop one = new Shop();
                Shop other = new Shop()) {
            one.business.events().appendAll(events);
            Recommender first = Recommender.of(one.business);
            Recommender second = Recommender.of(other.business);
            for (int from = 0; from < shuffled.size(); from += 37) {
                other.business.events().appendAll(shuffled.subList(from, Math.min(shuffled.size(), from + 37)));
                // Asking in between must not change what is answered in the end.
                second.forCustomer(CustomerId.of("c1"), 5);
            }

            assertThat(answers(second)).as("seed %d", SEED).isEqualTo(answers(first));
        }
    }

    @Test
    void afterAnErasureItAnswersAsIfTheCustomerHadNeverBeenThere() {
        List<Event> events = Shop.randomEvents(SEED, 50, 30);
        CustomerId gone = CustomerId.of("c1");
        try (Shop one = new Shop();
                Shop other = new Shop()) {
            one.business.events().appendAll(events);
            other.business
                    .events()
                    .appendAll(events.stream()
                            .filter(event -> !gone.equals(event.customer()))
                            .toList());
            Recommender first = Recommender.of(one.business);
            assertThat(first.buyAgain(gone, 5)).isNotEmpty();

            one.business.erasure().erase(SubjectRequest.of(gone));

            assertThat(answers(first)).as("seed %d", SEED).isEqualTo(answers(Recommender.of(other.business)));
            assertThat(first.buyAgain(gone, 5)).isEmpty();
        }
    }

    @Test
    void whatNeedsAConsentIsRefusedWithoutOne() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 30, 12));
            CustomerId customer = CustomerId.of("c1");
            Recommender recommender = Recommender.of(shop.business);
            RecommendRequest request = RecommendRequest.forCustomer(customer).withPurpose(Purpose.PROFILING);

            assertThatThrownBy(() -> recommender.recommend(request))
                    .isInstanceOf(ConsentRequiredException.class)
                    .hasMessageContaining("profiling");

            shop.business
                    .events()
                    .append(Purpose.PROFILING
                            .granted(customer)
                            .at(shop.business.clock().instant())
                            .build());
            assertThat(recommender.recommend(request)).isEqualTo(recommender.forCustomer(customer, 10));
        }
    }

    @Test
    void whatIsBuiltAnewAnswersTheSame() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 30, 12));
            Recommender recommender = Recommender.of(shop.business);
            List<List<Recommendation>> before = answers(recommender);

            recommender.release();
            assertThat(answers(recommender)).isEqualTo(before);

            recommender.refresh();
            recommender.refreshAsync().join();
            assertThat(answers(recommender)).isEqualTo(before);
        }
    }

    @Test
    void manyThreadsMayAskWhileEventsArrive() throws Exception {
        List<Event> events = Shop.randomEvents(SEED, 40, 15);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Shop shop = new Shop();
                Shop quiet = new Shop()) {
            Recommender recommender = Recommender.of(shop.business);
            List<Future<?>> asking = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                asking.add(pool.submit(() -> {
                    for (int c = 0; c < 40; c++) {
                        recommender.forCustomer(CustomerId.of("c" + c), 5);
                        recommender.similarTo(product("p" + c % 15), 5);
                        if (c % 16 == 0) {
                            recommender.release();
                        }
                    }
                }));
            }
            events.forEach(shop.business.events()::append);
            for (Future<?> one : asking) {
                one.get();
            }
            quiet.business.events().appendAll(events);

            assertThat(answers(recommender)).isEqualTo(answers(Recommender.of(quiet.business)));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void requestsAppendsTrainingAndErasuresMayAllGoOnAtOnce() throws Exception {
        List<Event> events = Shop.randomEvents(SEED, 700, 700);
        events.addAll(Shop.randomVisits(SEED, 100, 700));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Shop shop = new Shop();
                Shop quiet = new Shop()) {
            List<Product> catalogue = Shop.randomCatalogue(SEED, 350);
            shop.business.catalog().putAll(catalogue);
            quiet.business.catalog().putAll(catalogue);
            shop.business.events().appendAll(events.subList(0, events.size() / 2));
            Recommender recommender = Recommender.of(shop.business);
            List<Future<?>> working = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                working.add(pool.submit(() -> {
                    for (int c = 0; c < 60; c++) {
                        assertThat(recommender.forCustomer(CustomerId.of("c" + c), 5))
                                .hasSize(5);
                        assertThat(recommender.duringSession(List.of(product("p" + c)), 5))
                                .hasSize(5);
                        recommender
                                .customersFor(product("p" + c), 5)
                                .forEach(one -> assertThat(one.reason().text()).isNotBlank());
                    }
                }));
            }
            working.add(pool.submit(() -> {
                for (int k = 0; k < 4; k++) {
                    recommender.refresh();
                    recommender.release();
                }
            }));
            working.add(pool.submit(() -> {
                for (int c = 0; c < 6; c++) {
                    shop.business.erasure().erase(SubjectRequest.of(CustomerId.of("c" + 10 * c)));
                }
            }));
            events.subList(events.size() / 2, events.size()).forEach(shop.business.events()::append);
            for (Future<?> one : working) {
                one.get();
            }
            for (int c = 0; c < 6; c++) {
                CustomerId gone = CustomerId.of("c" + 10 * c);
                shop.business.erasure().erase(SubjectRequest.of(gone));
                events.removeIf(event -> gone.equals(event.customer()));
            }
            quiet.business.events().appendAll(events);
            // After another sale everything is learnt from the beginning: equal to the last bit.
            shop.with(cashSale("last", 0, "p1", "p2"));
            quiet.with(cashSale("last", 0, "p1", "p2"));
            recommender.release();
            recommender.refresh();

            assertThat(answers(recommender)).isEqualTo(answers(Recommender.of(quiet.business)));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aboveTheLimitTheSparseModelSpeaksInItsPlace() {
        try (Shop shop = new Shop().with(purchase(ANA, 2, "a", "b", "c"))) {
            Recommender recommender = Recommender.builder(shop.business)
                    .limits(new Limits(2, 1 << 30))
                    .build();

            assertThat(recommender.status())
                    .extracting(ModelStatus::model)
                    .contains("sparse-ease")
                    .doesNotContain("ease");
            assertThat(recommender.forCustomer(ANA, 9)).hasSize(3);
            assertThat(recommender.similarTo(product("a"), 9)).hasSize(2);
        }
    }

    @Test
    void easeIsSilentUntilTwoProductsMeet() {
        try (Shop shop = new Shop().with(cashSale("1", 1, "a"), cashSale("2", 1, "b"))) {
            Recommender recommender = Recommender.of(shop.business);
            assertThat(recommender.status())
                    .filteredOn(status -> status.model().equals("ease"))
                    .allMatch(status -> !status.active() && status.text().startsWith("aucun client"));

            shop.with(cashSale("3", 1, "a", "b"));

            assertThat(recommender.status()).allMatch(ModelStatus::active);
        }
    }

    @Test
    void aHugeBasketIsAnswered() {
        try (Shop shop = new Shop()) {
            shop.business.events().appendAll(Shop.randomEvents(SEED, 30, 12));
            List<ProductId> basket = Stream.concat(
                            IntStream.range(0, 200_000).mapToObj(k -> product("unknown" + k)), Stream.of(product("p1")))
                    .toList();

            assertThat(Recommender.of(shop.business).completeBasket(basket, 5))
                    .isEqualTo(Recommender.of(shop.business).completeBasket(List.of(product("p1")), 5))
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aLimitBelowOneIsRefusedWithItsValue(int limit) {
        try (Shop shop = new Shop()) {
            Recommender recommender = Recommender.of(shop.business);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recommender.forCustomer(ANA, limit))
                    .withMessageContaining(String.valueOf(limit));
            assertThatIllegalArgumentException().isThrownBy(() -> recommender.similarTo(product("a"), limit));
            assertThatIllegalArgumentException().isThrownBy(() -> recommender.buyAgain(ANA, limit));
            assertThatIllegalArgumentException().isThrownBy(() -> recommender.completeBasket(List.of(), limit));
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirValue() {
        try (Shop shop = new Shop()) {
            Recommender.Builder builder = Recommender.builder(shop.business);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.halfLife(Duration.ZERO).build())
                    .withMessageContaining("0.0");
            builder.halfLife(Duration.ofDays(30));
            Choice unknown = new Choice(
                    Surface.FOR_CUSTOMER, List.of(new Choice.Part("magic", new TreeMap<>(), 1, Scale.MAXIMUM)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.choice(unknown).build())
                    .withMessageContaining("magic");
        }
    }

    private static List<List<Recommendation>> answers(Recommender recommender) {
        List<List<Recommendation>> all = new ArrayList<>();
        for (int c = 0; c < 55; c++) {
            all.add(recommender.forCustomer(CustomerId.of("c" + c), 10));
            all.add(recommender.buyAgain(CustomerId.of("c" + c), 10));
        }
        for (int p = 0; p < 31; p++) {
            all.add(recommender.similarTo(product("p" + p), 10));
            all.add(recommender.completeBasket(List.of(product("p" + p), product("p0")), 10));
        }
        return all;
    }
}
