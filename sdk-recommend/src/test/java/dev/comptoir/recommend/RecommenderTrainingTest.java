package dev.comptoir.recommend;

import static dev.comptoir.recommend.Shop.product;
import static dev.comptoir.recommend.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.recommend.select.Limits;
import dev.comptoir.store.SnapshotStore.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop with too many products to learn at each request. */
class RecommenderTrainingTest {
    private static final long SEED = 5;
    private static final int PRODUCTS = 900;
    private static final CustomerId C1 = CustomerId.of("c1");
    private static final List<String> KEPT = List.of("recommend/ease");

    private static Shop fill(Shop shop) {
        shop.business.events().appendAll(Shop.randomEvents(SEED, 900, PRODUCTS));
        return shop;
    }

    private static String learnt(Recommender recommender) {
        return recommender.status().stream()
                .filter(status -> status.model().equals("ease"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<Snapshot> kept(Shop shop) {
        return KEPT.stream().flatMap(name -> kept(shop, name).stream()).toList();
    }

    private static List<Snapshot> kept(Shop shop, String name) {
        return List.of(shop.business.snapshots().find(name).orElseThrow());
    }

    private static List<CustomerId> customers(Recommender recommender) {
        return recommender.customersFor(product("p3"), 10).stream()
                .map(Prospect::customer)
                .toList();
    }

    @Test
    void anEventChangesTheNextAnswerWithoutTraining() {
        try (Shop shop = fill(new Shop())) {
            Recommender recommender = Recommender.of(shop.business);
            CustomerId fresh = CustomerId.of("fresh");
            List<Recommendation> stranger = recommender.forCustomer(fresh, 5);
            List<Snapshot> before = kept(shop);

            shop.with(purchase(fresh, 0, "p7", "new"), purchase(C1, 0, "new"));

            assertThat(recommender.forCustomer(fresh, 5)).isNotEqualTo(stranger);
            assertThat(recommender.buyAgain(fresh, 9))
                    .extracting(Recommendation::product)
                    .containsExactlyInAnyOrder(product("p7"), product("new"));
            assertThat(recommender.buyAgain(fresh, 9).get(0).reason().text())
                    .isEqualTo("acheté lors de votre dernier passage, aujourd'hui");
            assertThat(recommender.similarTo(product("new"), 5)).hasSize(5);
            assertThat(recommender.completeBasket(List.of(product("new")), 5)).hasSize(5);
            assertThat(recommender.duringSession(List.of(product("new"), product("p7")), 5))
                    .hasSize(5);
            assertThat(recommender.customersFor(product("new"), 5))
                    .extracting(Prospect::customer)
                    .contains(C1, fresh);
            assertThat(recommender.forCustomer(C1, 10_000))
                    .extracting(Recommendation::product)
                    .contains(product("new"));
            for (int k = 0; k < 8; k++) {
                shop.with(purchase(CustomerId.of("x" + k), 0, "new"));
            }
            assertThat(recommender.trending(1).get(0).product()).isEqualTo(product("new"));
            assertThat(recommender.customersFor(product("new"), 50)).hasSize(10);
            assertThat(kept(shop)).as("nothing was learnt meanwhile").isEqualTo(before);

            int items = Integer.parseInt(learnt(recommender).split(" ", 2)[0]);
            recommender.refresh();
            assertThat(learnt(recommender)).isEqualTo(items + 1 + " produits appris");
        }
    }

    @Test
    void requestsAreAnsweredWithWhatWasLearntBeforeWhileTrainingTellsHowFarItIs() {
        try (Shop shop = fill(new Shop())) {
            Recommender recommender = Recommender.of(shop.business);
            String before = learnt(recommender);
            shop.with(purchase(C1, 0, "new"));
            List<TrainingProgress> told = new ArrayList<>();
            List<String> meanwhile = new ArrayList<>();

            recommender
                    .refreshAsync(progress -> {
                        told.add(progress);
                        // From another thread: a request that waited for the training would time out.
                        meanwhile.add(CompletableFuture.supplyAsync(() -> {
                                    assertThat(recommender.forCustomer(C1, 5)).hasSize(5);
                                    return learnt(recommender);
                                })
                                .orTimeout(20, TimeUnit.SECONDS)
                                .join());
                    })
                    .join();

            assertThat(meanwhile).containsOnly(before);
            assertThat(learnt(recommender)).isNotEqualTo(before);
            int total = told.size() - 1;
            assertThat(told).extracting(TrainingProgress::total).containsOnly(total);
            assertThat(told)
                    .extracting(TrainingProgress::done)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, total).boxed().toList());
            assertThat(told.get(total).model()).isEmpty();
            assertThat(told).extracting(TrainingProgress::model).contains("ease", "content", "repeat");
        }
    }

    @Test
    void whatWasLearntServesAgainAfterAReleaseAndAfterReopening(@TempDir Path directory) {
        List<CustomerId> before;
        List<Snapshot> learnt;
        try (Shop shop = fill(Shop.in(directory))) {
            Recommender recommender = Recommender.of(shop.business);
            before = customers(recommender);
            learnt = kept(shop);
            shop.clock.forward(Duration.ofHours(1));
            shop.with(purchase(C1, 0, "p8"));

            recommender.release();
            assertThat(customers(recommender)).isEqualTo(before);
            assertThat(kept(shop)).isEqualTo(learnt);
        }
        try (Shop shop = Shop.in(directory)) {
            shop.with(purchase(C1, 0, "aa-sorts-first"));
            Recommender recommender = Recommender.of(shop.business);

            assertThat(customers(recommender)).isEqualTo(before);
            assertThat(recommender.similarTo(product("aa-sorts-first"), 10)).hasSize(10);
            assertThat(kept(shop)).as("learnt neither anew nor again").isEqualTo(learnt);

            recommender.refresh();
            assertThat(kept(shop)).noneMatch(learnt::contains);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "cut", "cut in the products", "another version", "garbage", "other parameters"})
    void aSnapshotThatIsOfNoUseIsAsIfThereWereNone(String damage, @TempDir Path directory) {
        try (Shop shop = fill(Shop.in(directory));
                Shop other = fill(new Shop())) {
            Recommender recommender = Recommender.of(shop.business);
            List<Prospect> before = recommender.customersFor(product("p3"), 20);
            shop.clock.forward(Duration.ofHours(1));
            for (String name : KEPT) {
                byte[][] bytes = new byte[1][];
                shop.business.snapshots().read(name, in -> bytes[0] = in.readAllBytes());
                Snapshot kept = shop.business.snapshots().find(name).orElseThrow();
                int version = damage.equals("another version") ? 99 : kept.version();
                byte[] changed = damaged(damage, bytes[0]);
                shop.business
                        .snapshots()
                        .put(
                                new Snapshot(name, version, kept.sequence(), kept.erasures(), Shop.NOW.minusSeconds(9)),
                                out -> out.write(changed));
            }
            List<Snapshot> damagedOnes = kept(shop);
            recommender.release();

            assertThat(recommender.customersFor(product("p3"), 20)).isEqualTo(before);
            assertThat(kept(shop)).as("learnt again, and kept").noneMatch(damagedOnes::contains);
            assertThat(Recommender.of(other.business).customersFor(product("p3"), 20))
                    .isEqualTo(before);
        }
    }

    private static byte[] damaged(String damage, byte[] bytes) {
        byte[] changed = bytes.clone();
        return switch (damage) {
            case "empty" -> new byte[0];
            case "cut" -> Arrays.copyOf(bytes, bytes.length / 2);
            case "cut in the products" -> Arrays.copyOf(bytes, 300);
            case "garbage" -> {
                Arrays.fill(changed, 300, changed.length, (byte) 1);
                yield changed;
            }
            case "other parameters" -> {
                changed[20] ^= 1;
                yield changed;
            }
            default -> bytes;
        };
    }

    @Test
    void trainingThatBrokeOffGoesOnWithTheModelsThatAreMissing(@TempDir Path directory) {
        try (Shop shop = fill(Shop.in(directory))) {
            Recommender broken = Recommender.of(shop.business);

            assertThatThrownBy(() -> broken.refreshAsync(progress -> {
                                if (progress.model().equals("content")) {
                                    throw new IllegalStateException("the process ends");
                                }
                            })
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("the process ends");
        }
        try (Shop shop = Shop.in(directory)) {
            List<Snapshot> before = kept(shop);
            shop.clock.forward(Duration.ofHours(1));
            Recommender recommender = Recommender.of(shop.business);
            recommender.refresh();

            assertThat(kept(shop)).as("not learnt again").isEqualTo(before);
            assertThat(recommender.customersFor(product("p3"), 20)).hasSizeGreaterThan(3);

            shop.with(purchase(C1, 0, "p8"));
            recommender.refresh();

            assertThat(kept(shop)).extracting(Snapshot::at).containsOnly(shop.clock.instant());
        }
    }

    @Test
    void aboveTheDenseLimitTheSparseModelIsKept(@TempDir Path directory) {
        try (Shop shop = fill(Shop.in(directory))) {
            Recommender recommender = Recommender.builder(shop.business)
                    .limits(new Limits(100, 1 << 28))
                    .build();
            List<CustomerId> before = customers(recommender);
            List<Recommendation> basket = recommender.completeBasket(List.of(product("p3")), 10);
            List<Snapshot> learnt = kept(shop, "recommend/sparse");
            shop.clock.forward(Duration.ofHours(1));
            shop.with(purchase(CustomerId.of("somebody else"), 0, "zz"));

            recommender.release();

            assertThat(customers(recommender)).isEqualTo(before);
            assertThat(recommender.completeBasket(List.of(product("p3")), 10))
                    .extracting(Recommendation::product)
                    .isEqualTo(basket.stream().map(Recommendation::product).toList());
            assertThat(kept(shop, "recommend/sparse")).isEqualTo(learnt);
            assertThat(recommender.status()).extracting(ModelStatus::model).contains("sparse-ease");
        }
    }
}
