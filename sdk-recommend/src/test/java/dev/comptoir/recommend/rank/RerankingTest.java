package dev.comptoir.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.recommend.rank.Placement.Move;
import dev.comptoir.recommend.rank.Placement.Stage;
import dev.comptoir.recommend.rank.RankedList.DroppedPin;
import dev.comptoir.recommend.rank.RankedList.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RerankingTest {
    private static final float[] FIVE = {5, 4, 3, 2, 1};

    @Test
    void withoutWishesTheBestByScore() {
        RankedList list = Reranking.of(RerankSettings.of(3)).rank(Candidates.of(FIVE));

        assertThat(list.items()).containsExactly(0, 1, 2);
        assertThat(list.placements().get(1)).isEqualTo(new Placement(1, 2, 2, 4, 4, List.of(), List.of()));
    }

    @Test
    void filtersActBeforeTheChoiceSoThatAsManyCome() {
        float[] scores = new float[5000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -i;
        }
        IntPredicate last = item -> item >= 4990;
        for (RerankSettings settings : List.of(
                RerankSettings.of(10),
                RerankSettings.of(10).withMmr(0.5),
                RerankSettings.of(10).withDpp(1).withCalibration(0.5))) {
            assertThat(Reranking.of(settings)
                            .rank(Candidates.of(scores)
                                    .withFilter(last)
                                    .withMix(new int[5000], new double[] {1})
                                    .withSimilarity((i, j) -> 1))
                            .items())
                    .containsExactly(4990, 4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999);
        }
    }

    @Test
    void fewerThanAskedForComeAsTheyAre() {
        RerankSettings settings = RerankSettings.of(10).withMmr(0.3).withCalibration(0.5);
        assertThat(Reranking.of(settings).rank(Candidates.of(FIVE)).items()).hasSize(5);
        assertThat(Reranking.of(settings).rank(Candidates.of(new float[0])).placements())
                .isEmpty();
        assertThat(Reranking.of(settings)
                        .rank(Candidates.of(new float[] {Float.NaN, 1}))
                        .items())
                .containsExactly(1);
    }

    @Test
    void aBoostLiftsEvenWhatStoodOutsideThePool() {
        float[] scores = new float[3000];
        Arrays.fill(scores, 1);
        scores[2999] = 0.2f;
        RankedList list = Reranking.of(RerankSettings.of(5))
                .rank(Candidates.of(scores)
                        .withBoosts(List.of(
                                Boost.multiply("spring", 10, item -> item == 2999),
                                Boost.add("margin", -0.5, item -> item == 0))));

        assertThat(list.items()).containsExactly(2999, 1, 2, 3, 4);
        Placement first = list.placements().get(0);
        assertThat(first.boosts()).containsExactly("spring");
        assertThat(first.scorePlace()).isEqualTo(3000);
        assertThat(first.boosted()).isEqualTo(2f);
        assertThat(first.moves()).containsExactly(new Move(Stage.BOOST, 3000, 1));
        assertThat(first.lifted(Stage.BOOST)).isTrue();
        assertThat(list.placements().get(1).lifted(Stage.BOOST)).isFalse();
    }

    @Test
    void aFactorAboveOneLiftsNegativeScoresToo() {
        assertThat(Boost.multiply("x", 2, item -> true).on(-3)).isEqualTo(-1.5f);
        assertThat(Boost.multiply("x", 2, item -> true).on(3)).isEqualTo(6f);
        assertThat(Boost.multiply("x", 1e300, item -> true).on(3)).isEqualTo(Float.MAX_VALUE);
        assertThatThrownBy(() -> Boost.multiply("x", Double.NaN, item -> true))
                .hasMessageContaining("The boost \"x\" is NaN, but must be a finite number above 0");
        assertThatThrownBy(() -> Boost.multiply("x", 0, item -> true)).hasMessageContaining("use a filter");
        assertThatThrownBy(() -> Boost.add("x", Double.POSITIVE_INFINITY, item -> true))
                .hasMessageContaining("Infinity");
    }

    @Test
    void pinsStandAtTheirPlacesAndQuarrelsAreNoted() {
        RankedList list = Reranking.of(RerankSettings.of(4))
                .rank(Candidates.of(FIVE)
                        .withFilter(item -> item != 1)
                        .withPins(List.of(
                                new Pin(4, 1),
                                new Pin(3, 1),
                                new Pin(1, 2),
                                new Pin(4, 3),
                                new Pin(99, 1),
                                new Pin(-1, 1),
                                new Pin(3, 5),
                                new Pin(0, 4))));

        assertThat(list.items()).containsExactly(4, 2, 3, 0);
        assertThat(list.dropped())
                .containsExactly(
                        new DroppedPin(new Pin(3, 1), Why.PLACE_TWICE),
                        new DroppedPin(new Pin(1, 2), Why.FILTERED_OUT),
                        new DroppedPin(new Pin(4, 3), Why.ITEM_TWICE),
                        new DroppedPin(new Pin(99, 1), Why.UNKNOWN_ITEM),
                        new DroppedPin(new Pin(-1, 1), Why.UNKNOWN_ITEM),
                        new DroppedPin(new Pin(3, 5), Why.BEYOND_LIMIT));
        assertThat(list.placements().get(0).moves()).containsExactly(new Move(Stage.PIN, 3, 1));
        assertThat(list.placements().get(1).moves()).containsExactly(new Move(Stage.PIN, 1, 2));
        assertThat(list.placements().get(0).lifted(Stage.PIN)).isTrue();
        assertThatThrownBy(() -> new Pin(1, 0)).hasMessageContaining("must be at least 1");
    }

    @Test
    void aPinBeyondTheEndOfAShortListStandsAtItsEnd() {
        RankedList list = Reranking.of(RerankSettings.of(10))
                .rank(Candidates.of(FIVE).withPins(List.of(new Pin(0, 9), new Pin(1, 7))));

        assertThat(list.items()).containsExactly(2, 3, 4, 1, 0);
        assertThat(list.dropped()).isEmpty();
    }

    @Test
    void theWholeOrderCanBeDoneAgainFromWhatEveryItemCarries() {
        Random random = new Random(83);
        for (int round = 0; round < 150; round++) {
            int n = 1 + random.nextInt(300);
            int limit = 1 + random.nextInt(12);
            float[] scores = new float[n];
            float[] ties = new float[n];
            int[] group = random.ints(n, -1, 4).toArray();
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(3) == 0 ? random.nextInt(5) : (float) random.nextGaussian();
                ties[i] = random.nextInt(3);
            }
            float[][] alike = Vectors.cosines(random, n, 5);
            RerankSettings settings = settings(random, limit);
            List<Pin> pins = pins(random, n, limit);
            IntPredicate filter = item -> item % 3 != 1;
            List<Boost> boosts = random.nextBoolean()
                    ? List.of()
                    : List.of(Boost.multiply("a", 2, i -> i % 5 == 0), Boost.add("b", 0.5, i -> i % 7 == 0));

            RankedList list = Reranking.of(settings)
                    .rank(Candidates.of(scores)
                            .withTies(ties)
                            .withFilter(filter)
                            .withSimilarity((i, j) -> alike[i][j])
                            .withMix(group, new double[] {0.4, 0.3, 0.2, 0.1})
                            .withBoosts(boosts)
                            .withPins(pins));

            String where = "seed 83, round " + round;
            long candidates = IntStream.range(0, n).filter(filter).count();
            assertThat(list.items()).as(where).hasSize((int) Math.min(limit, candidates));
            assertThat(list.items()).as(where).doesNotHaveDuplicates();
            Set<Pin> dropped =
                    Set.copyOf(list.dropped().stream().map(DroppedPin::pin).toList());
            List<Integer> pinned = pins.stream()
                    .filter(pin -> !dropped.contains(pin))
                    .map(Pin::item)
                    .toList();
            int place = 0;
            for (Placement one : list.placements()) {
                assertThat(one.place()).as(where).isEqualTo(++place);
                assertThat(filter.test(one.item())).as(where).isTrue();
                int at = one.scorePlace();
                for (Move move : one.moves()) {
                    assertThat(move.from()).as(where).isEqualTo(at);
                    at = move.to();
                }
                assertThat(at).as(where).isEqualTo(one.place());
                assertThat(one.scorePlace())
                        .as(where)
                        .isEqualTo(1
                                + IntStream.range(0, n)
                                        .filter(filter)
                                        .filter(i -> !pinned.contains(i))
                                        .filter(i -> i != one.item())
                                        .filter(i -> order(scores, ties).compare(i, one.item()) < 0)
                                        .count());
                float boosted = one.score();
                for (Boost boost : boosts) {
                    boosted = boost.items().test(one.item()) ? boost.on(boosted) : boosted;
                }
                assertThat(one.boosted()).as(where).isEqualTo(boosted);
            }
            if (settings.variety() == RerankSettings.Variety.NONE && settings.calibration() == 0) {
                List<Placement> free = list.placements().stream()
                        .filter(one -> !pinned.contains(one.item()))
                        .toList();
                assertThat(free)
                        .as(where)
                        .isSortedAccordingTo(Comparator.<Placement>comparingDouble(one -> -one.boosted())
                                .thenComparingDouble(one -> -ties[one.item()])
                                .thenComparingInt(Placement::item));
            }
        }
    }

    private static Comparator<Integer> order(float[] scores, float[] ties) {
        return Comparator.<Integer>comparingDouble(i -> -scores[i])
                .thenComparingDouble(i -> -ties[i])
                .thenComparing(Comparator.naturalOrder());
    }

    private static RerankSettings settings(Random random, int limit) {
        RerankSettings settings = RerankSettings.of(limit).withCalibration(random.nextInt(3) / 4.0);
        return switch (random.nextInt(3)) {
            case 0 -> settings.withMmr(random.nextDouble());
            case 1 -> settings.withDpp(5 * random.nextDouble());
            default -> settings;
        };
    }

    private static List<Pin> pins(Random random, int n, int limit) {
        List<Pin> pins = new ArrayList<>();
        for (int k = random.nextInt(5); k > 0; k--) {
            Pin pin = new Pin(random.nextInt(n), 1 + random.nextInt(limit + 1));
            if (!pins.contains(pin)) {
                pins.add(pin);
            }
        }
        return pins;
    }

    @Test
    void varietyAndMixAreGivenAsTheReason() {
        float[] scores = {10, 9, 8, 1};
        int[] group = {0, 0, 0, 1};
        Candidates candidates = Candidates.of(scores)
                .withSimilarity((i, j) -> i == j || group[i] == group[j] ? 1 : 0)
                .withMix(group, new double[] {0.5, 0.5});

        Placement varied = Reranking.of(RerankSettings.of(2).withMmr(0.6))
                .rank(candidates)
                .placements()
                .get(1);
        assertThat(varied.item()).isEqualTo(3);
        assertThat(varied.moves()).containsExactly(new Move(Stage.VARIETY, 4, 2));
        Placement calibrated = Reranking.of(RerankSettings.of(2).withCalibration(0.9))
                .rank(candidates)
                .placements()
                .get(1);
        assertThat(calibrated.item()).isEqualTo(3);
        assertThat(calibrated.moves()).containsExactly(new Move(Stage.CALIBRATION, 4, 2));
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> RerankSettings.of(0)).hasMessageContaining("The limit is 0");
        assertThatThrownBy(() -> RerankSettings.of(1).withMmr(Double.NaN))
                .hasMessage("The strength of MMR is NaN, but must be 0.0 to 1.0.");
        assertThatThrownBy(() -> RerankSettings.of(1).withDpp(-1)).hasMessageContaining("strength of DPP is -1.0");
        assertThatThrownBy(() -> RerankSettings.of(1).withCalibration(2)).hasMessageContaining("is 2.0");
        assertThatThrownBy(() -> Candidates.of(FIVE).withTies(new float[2]))
                .hasMessage("There are 2 second scores for 5 items, but there must be one per item.");
    }
}
